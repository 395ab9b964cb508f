import { decideAccess } from "../../../domain/access/decide-access"
import { doubleTapped } from "../../../domain/access/repeated-visit"
import type { AccessDecision, AccessOption, AccessQuestion } from "../../../domain/access/types"
import { freeGuestPass, type GuestPass } from "../../../domain/access/guest-passes"
import type { Actor } from "../../../domain/actor"
import { endOf } from "../../../domain/credits/usable"
import { DomainError } from "../../../domain/errors"
import { hasCome, localDate } from "../../../domain/time/calendar"
import type { Instant, TimeZone } from "../../../domain/time/types"
import { assertTimeZone } from "../../../domain/time/zones"
import { lockRow } from "../sql"
import type { MembershipOptions, Tx } from "../types"
import { type LoadedAccess, loadAccess } from "./access-facts"
import type { ClockService } from "./clock"
import type { SingleDebit } from "./credit-debit"
import type { CreditService } from "./credits"
import { assertSameRequest, choiceOf } from "./replayed-visits"
import type { TermStartService } from "./term-starts"
import { type ToldVisit, tellVisit } from "./told-visits"
import { type NewVisit, newVisitId, type VisitService } from "./visits"

/** How often somebody faster is given way to before it is called a conflict. */
const ATTEMPTS = 20

export interface AccessQuestionInput {
  readonly member_id: string
  readonly location_id: string
  readonly service_id: string | null
  /** Left out, now. */
  readonly at?: Instant
  readonly membership_id?: string | null
  readonly grant_id?: string | null
  readonly is_guest?: boolean
}

export interface CheckInInput extends Omit<AccessQuestionInput, "at" | "is_guest"> {
  /** Who comes along with the member (ACCESS-6); null is a visit of the member. */
  readonly guest_name?: string | null
  /** Staff let in whom the rules do not, and say why. */
  readonly override_reason?: string | null
  readonly device_id?: string | null
  readonly actor: Actor
  /** The same key checks in once (ACCESS-4); null is a request without one. */
  readonly key: string | null
}

/** The visit with the decision that it was kept with, and who came. */
export interface CheckedIn extends ToldVisit {
  /** It had been checked in before, by the same key or a moment ago (ACCESS-4). */
  readonly repeated: boolean
}

interface Dependencies {
  membershipOptions: MembershipOptions
  clockService: ClockService
  creditService: CreditService
  termStartService: TermStartService
  visitService: VisitService
}

interface Decided {
  readonly loaded: LoadedAccess
  readonly question: AccessQuestion
  readonly decision: AccessDecision
}

/** Lets people in (ACCESS-1…6): one decision from facts, and one statement that writes what it decided. */
export class CheckInService {
  private readonly fallbackZone: TimeZone
  private readonly clock: ClockService
  private readonly credits: CreditService
  private readonly terms: TermStartService
  private readonly visits: VisitService

  constructor(dependencies: Dependencies) {
    this.fallbackZone = assertTimeZone(dependencies.membershipOptions.default_time_zone ?? "UTC")
    this.clock = dependencies.clockService
    this.credits = dependencies.creditService
    this.terms = dependencies.termStartService
    this.visits = dependencies.visitService
  }

  /** What-if: the answer at any time and place; nothing is written (ACCESS-1). @throws DomainError `not_found` */
  async decide(input: AccessQuestionInput, tx: Tx): Promise<AccessDecision> {
    return (await this.load(input, null, tx)).decision
  }

  /**
   * The usual check-in, outside of a transaction: reads once, writes once.
   * @returns null where more than one statement has to be written, which `within` does in a transaction
   * @throws DomainError `not_found`, `idempotency_key_reused`, `conflict`
   */
  async atOnce(input: CheckInInput, direct: Tx): Promise<CheckedIn | null> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const decided = await this.load(input, input.key, direct)
      const before = await this.before(input, decided, direct)
      if (before) return before
      const debit = this.singleDebit(input, decided)
      if (debit === "more") return null
      const visit = newVisit(input, decided, debit?.key ?? newVisitId())
      const { visit_revision } = decided.loaded
      const told = await this.visits.write(visit, visit_revision, debit, direct)
      if (told) return { ...told, repeated: false }
    }
    throw tooMany()
  }

  /** The same where a term begins, several balances pay, or the last credit is taken: in one transaction. */
  async within(input: CheckInInput, tx: Tx): Promise<CheckedIn> {
    // Memberships are locked before members, as everywhere.
    const ahead = await this.load(input, null, tx)
    const membership_id = ahead.decision.with?.membership_id ?? null
    if (membership_id !== null) await lockRow(tx, "membership", membership_id)
    await lockRow(tx, "membership_member", input.member_id)
    const decided = await this.load(input, input.key, tx)
    const before = await this.before(input, decided, tx)
    if (before) return before
    const { at } = decided.question
    const { allowed, with: option } = decided.decision
    if (allowed && option !== null && option.membership_id !== membership_id) throw tooMany()
    if (allowed && option?.starts_term) {
      const { membership_id } = option
      await this.terms.begin({ membership_id, visited_at: at, actor: input.actor }, tx)
    }
    const id = newVisitId()
    if (allowed && option?.pays_with === "credits") await this.pay(option, input, { id, at }, tx)
    const visit = newVisit(input, decided, id)
    const told = await this.visits.write(visit, decided.loaded.visit_revision, null, tx)
    if (!told) throw tooMany()
    return { ...told, repeated: false }
  }

  private async pay(
    { membership_id, seat_id, cost }: AccessOption,
    { service_id, grant_id = null, actor }: CheckInInput,
    { id, at }: { readonly id: string; readonly at: Instant },
    tx: Tx
  ): Promise<void> {
    const use = { membership_id, seat_id, service_id, credits: cost, kind: "redeem", used_at: at } as const
    const cause = { type: "visit", id }
    await this.credits.use({ ...use, grant_id, key: id, cause, actor, reason: null }, tx)
  }

  private async load(
    input: AccessQuestionInput & { guest_name?: string | null },
    key: string | null,
    tx: Tx
  ): Promise<Decided> {
    const now = await this.clock.now(tx)
    const { member_id, location_id, service_id, membership_id = null, grant_id = null } = input
    const at = input.at ?? now
    const loaded = await loadAccess({ member_id, location_id, service_id, at, key }, this.fallbackZone, tx)
    const question: AccessQuestion = {
      ...{ at, now, location: loaded.location, service: loaded.service, membership_id, grant_id },
      is_guest: input.is_guest ?? (input.guest_name ?? null) !== null,
    }
    return { loaded, question, decision: decideAccess(loaded.facts, question) }
  }

  /** ACCESS-4: what the same request, or the same hand a moment ago, has done already. */
  private async before(
    input: CheckInInput,
    { loaded, question }: Decided,
    tx: Tx
  ): Promise<CheckedIn | null> {
    const { replayed, facts } = loaded
    if (replayed) {
      assertSameRequest(replayed, input)
      return { ...(await tellVisit(replayed.id, tx)), repeated: true }
    }
    const is_visit = (input.guest_name ?? null) === null
    const tapped = is_visit ? doubleTapped(facts.last_visits, question) : null
    return tapped ? { ...(await tellVisit(tapped.id, tx)), repeated: true } : null
  }

  /** What one statement can take: nothing, or credits of one balance that keeps some. */
  private singleDebit(
    input: CheckInInput,
    { loaded, question, decision }: Decided
  ): SingleDebit | null | "more" {
    const { with: option, allowed } = decision
    if (!allowed || option === null) return null
    if (option.starts_term) return "more"
    if (option.pays_with !== "credits") return null
    const { grants } = loaded.facts.memberships.find(
      ({ membership_id, seat }) =>
        membership_id === option.membership_id && (seat?.id ?? null) === option.seat_id
    )!.credits
    const [take, ...others] = option.takes
    const grant = grants.find(({ id }) => id === take?.grant_id)
    const { at, now } = question
    const settled = grants.every((each) => each.available === 0 || !hasCome(endOf(each)?.at ?? null, now))
    if (!take || !grant || others.length > 0 || !settled || grant.available <= take.credits) return "more"
    const key = newVisitId()
    return {
      take,
      used_at: at,
      at: now,
      key,
      cause: { type: "visit", id: key },
      actor: input.actor,
      reason: null,
    }
  }
}

function newVisit(input: CheckInInput, { question, decision, loaded }: Decided, id: string): NewVisit {
  const { member_id, service_id, location_id, guest_name = null, override_reason = null } = input
  const { at, location } = question
  const is_guest = guest_name !== null
  const overridden = override_reason !== null && !decision.allowed
  return {
    ...{ id, kind: is_guest ? "guest" : "visit", member_id, guest_name, service_id, location_id, at },
    local_on: localDate(at, location.time_zone),
    decision: overridden ? letIn(decision) : decision,
    guest_pass: is_guest && decision.allowed ? guestPass(decision.with!, loaded, at) : null,
    override_reason: overridden ? override_reason : null,
    ...{ device_id: input.device_id ?? null, asked: choiceOf(input), actor: input.actor, key: input.key },
  }
}

/** Against the rules, and so without taking anything; the reasons stay to be read. */
const letIn = (decision: AccessDecision): AccessDecision => ({
  ...decision,
  allowed: true,
  with: decision.with && { ...decision.with, ...NOTHING_TAKEN },
})

const NOTHING_TAKEN = { pays_with: null, cost: 0, takes: [], starts_term: false } as const

function guestPass({ membership_id }: AccessOption, { facts }: LoadedAccess, at: Instant): GuestPass {
  const membership = facts.memberships.find((each) => each.membership_id === membership_id)!
  return freeGuestPass(membership, at)!
}

const tooMany = () =>
  new DomainError("conflict", "Too many check in at once with this membership. Try again.", {})
