import { DomainError } from "../../errors"
import { addDays, localDate, startOfLocalDay } from "../../time/calendar"
import { advance } from "../../time/durations"
import { adjustGrant, giftCredits } from "../adjust"
import { type Cadence, goesOn } from "../cadence"
import { chooseGrants } from "../choose-grants"
import { periodOf } from "../credit-periods"
import { give } from "../give"
import { asInstants, periodDates, realigned } from "../grant-dates"
import { grantsOfPeriod } from "../grants-of-period"
import { exchangeCredits, keyOf, transferCredits } from "../move-credits"
import { revokeAll } from "../revoke"
import { settleDue } from "../settle-due"
import type { CreditEntry, CreditGrant } from "../types"
import { redeemReserved, release, takeEntry, undo } from "../use-credits"
import { ids, Ledger, why } from "./fixtures"

export type Command =
  | { readonly do: "advance"; readonly hours: number }
  | { readonly do: "job" }
  | { readonly do: "renew"; readonly value_minor: number }
  | { readonly do: "use"; readonly credits: number; readonly service: number; readonly seat: number }
  | { readonly do: "reserve"; readonly credits: number; readonly service: number; readonly in_days: number }
  | { readonly do: "attend" | "release" | "undo"; readonly which: number }
  | { readonly do: "adjust"; readonly which: number; readonly credits: number }
  | { readonly do: "gift"; readonly credits: number; readonly days: number }
  | { readonly do: "exchange"; readonly times: number }
  | { readonly do: "transfer"; readonly credits: number }
  | { readonly do: "cancel"; readonly in_days: number | null }
  | { readonly do: "void" }

const SERVICES = ["yoga", "spin"]
const SEATS = ["s1", "s2"]
const PLAN = {
  entitlement: { type: "credits", credits: 4, per: "period", scope: "separate" },
  credits_belong_to: "membership",
  service_ids: SERVICES,
} as const

/** One membership lived through in memory, each command as the services run it: what is due is settled first. */
export class Life {
  readonly ledger = new Ledger()
  now = "2027-01-01T08:00:00.000Z"
  refused = 0
  private cadence: Cadence
  private step = 0
  private readonly newId = ids()

  constructor(
    cadence: Cadence,
    /** Whether the job runs when it should; else it comes with the next command, or later. */
    private readonly punctual: boolean
  ) {
    this.cadence = cadence
  }

  run(commands: readonly Command[]): this {
    for (const command of commands) {
      this.step++
      try {
        if (command.do !== "advance") this.settle()
        this.one(command)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        this.refused++
      }
    }
    return this
  }

  settle(): void {
    const { now, cadence, newId } = this
    this.ledger.apply(settleDue({ grants: this.ledger.all(), cadence, now, newId }))
  }

  private one(command: Command): void {
    const { ledger, now } = this
    const key = `k${this.step}`
    const input = why(key, { at: now, reason: "because" })
    switch (command.do) {
      case "advance":
        this.now = advance(now, `PT${command.hours}H`, this.cadence.time_zone)
        if (this.punctual) this.settle()
        return
      case "job":
        this.settle()
        return
      case "renew":
        this.renew(command.value_minor)
        return
      case "use": {
        const use = this.use(command, now)
        this.take("redeem", use, input)
        return
      }
      case "reserve": {
        const at = startOfLocalDay(
          addDays(localDate(now, this.cadence.time_zone), command.in_days),
          "Europe/Berlin"
        )
        this.promise(at)
        this.take("reserve", this.use({ ...command, seat: 0 }, at), input)
        return
      }
      case "attend": {
        const reserved = this.nth(command.which, "reserve")
        if (!reserved || this.grantOf(reserved).granted_at === null) return
        ledger.apply({ grants: [], entries: [redeemReserved(this.grantOf(reserved), reserved, input)] })
        return
      }
      case "release": {
        const reserved = this.nth(command.which, "reserve")
        if (reserved) ledger.apply({ grants: [], entries: release(this.grantOf(reserved), reserved, input) })
        return
      }
      case "undo": {
        const redeemed = this.nth(command.which, "redeem")
        if (redeemed) ledger.apply({ grants: [], entries: undo(this.grantOf(redeemed), redeemed, input) })
        return
      }
      case "adjust": {
        const grant = ledger.all()[command.which % Math.max(1, ledger.grants.size)]
        if (grant) ledger.apply({ grants: [], entries: [adjustGrant(grant, command.credits, input)] })
        return
      }
      case "gift": {
        const today = localDate(now, this.cadence.time_zone)
        const days = { starts_on: today, expires_on: addDays(today, command.days) }
        const dates = asInstants(days, this.cadence.time_zone)
        const scope = { seat_id: SEATS[command.credits % 2] ?? null, service_ids: null }
        const { credits } = command
        const at = { id: this.newId(), membership_id: "m1", revokes_at: null }
        ledger.apply(giftCredits({ ...input, ...at, scope, credits, dates }))
        return
      }
      case "exchange": {
        const exchanges = [{ from_service_id: "yoga", to_service_id: "spin", from_credits: 2, to_credits: 1 }]
        const services = { from_service_id: "yoga", to_service_id: "spin" }
        const { times } = command
        const grants = ledger.all()
        ledger.apply(
          exchangeCredits({
            ...input,
            ...services,
            grants,
            exchanges,
            times,
            seat_id: "s1",
            newId: this.newId,
          })
        )
        return
      }
      case "transfer": {
        const use = this.use({ credits: command.credits, service: 0, seat: 0 }, now)
        const to = { membership_id: "m1", seat_id: "s2", revokes_at: null }
        const grants = ledger.all()
        ledger.apply(
          transferCredits({
            ...input,
            grants,
            transferable: true,
            use,
            grant_id: null,
            to,
            newId: this.newId,
          })
        )
        return
      }
      case "cancel":
        this.cancel(command.in_days)
        return
      case "void": {
        const entries = ledger
          .all()
          .flatMap((grant) => revokeAll(grant, { ...input, key: `${key}:${grant.id}` }) ?? [])
        ledger.apply({ grants: [], entries })
      }
    }
  }

  private use({ credits, service, seat }: { credits: number; service: number; seat: number }, at: string) {
    return { seat_id: SEATS[seat]!, service_id: SERVICES[service]!, credits, at, now: this.now }
  }

  private take(
    kind: "reserve" | "redeem",
    use: ReturnType<Life["use"]>,
    input: ReturnType<typeof why>
  ): void {
    const takes = chooseGrants(this.ledger.all(), use, kind)
    for (const { grant_id } of takes) {
      const { expires_at, revokes_at } = this.ledger.grants.get(grant_id)!
      for (const ends_at of [expires_at, revokes_at])
        if (ends_at !== null && ends_at <= use.now) throw new Error("an expired credit was used")
    }
    const entries = takes.map(({ grant_id, credits }, index) =>
      takeEntry(this.ledger.grants.get(grant_id)!, kind, credits, { ...input, key: keyOf(input.key, index) })
    )
    this.ledger.apply({ grants: [], entries })
  }

  /** The grants of a period that is not there yet, empty. */
  private promise(at: string): void {
    const period = periodOf(this.cadence, at)
    if (period !== null && period >= 0) this.addPeriod(period, 0)
  }

  private renew(value_minor: number): void {
    const period = periodOf(this.cadence, this.now)
    if (period === null) return
    this.addPeriod(period, value_minor)
    for (const grant of this.ledger.all())
      if (grant.period_index === period && grant.source === "period" && grant.granted_at === null) {
        // What a coming grant is worth is known with its charge.
        this.ledger.grants.set(grant.id, { ...grant, value_minor })
        const { key: _key, ...input } = why("", { at: this.now })
        this.ledger.apply({ grants: [], entries: [give(this.ledger.grants.get(grant.id)!, input)] })
      }
  }

  private addPeriod(period_index: number, value_minor: number): void {
    const all = this.ledger.all()
    if (all.some((grant) => grant.source === "period" && grant.period_index === period_index)) return
    const { canceled_on, time_zone } = this.cadence
    const seats = [{ id: "s1", value_minor, starts_on: null, canceled_on, holds: [] }]
    const grants = grantsOfPeriod({
      ...{ membership_id: "m1", plan: PLAN, period_index, seats, time_zone, newId: this.newId },
      datesOf: (of) => periodDates(this.cadence, period_index, of),
    })
    this.ledger.apply({ grants, entries: [] })
  }

  private cancel(in_days: number | null): void {
    const today = localDate(this.now, this.cadence.time_zone)
    const canceled_on = in_days === null ? null : addDays(today, in_days)
    if (canceled_on === null && this.cadence.canceled_on !== null && !goesOn(this.cadence, today)) return
    this.cadence = { ...this.cadence, canceled_on }
    for (const grant of this.ledger.all()) {
      const dates = realigned(grant, this.cadence, {
        seats: [{ starts_on: null, canceled_on, holds: [] }],
        now: this.now,
      })
      this.ledger.grants.set(grant.id, { ...grant, ...dates })
    }
  }

  private grantOf({ grant_id }: CreditEntry): CreditGrant {
    return this.ledger.grants.get(grant_id)!
  }

  /** An entry of a kind that nothing has settled yet. */
  private nth(which: number, kind: "reserve" | "redeem"): CreditEntry | undefined {
    const settled = new Set(this.ledger.entries.map(({ settles_key }) => settles_key))
    const open = this.ledger.entries.filter(
      (entry) =>
        entry.kind === kind &&
        !settled.has(entry.idempotency_key) &&
        (kind === "redeem" || this.grantOf(entry).reserved >= entry.reserved)
    )
    return open[which % Math.max(1, open.length)]
  }

  /** What the entries alone say that each grant holds. */
  replayed(): Map<string, CreditGrant> {
    const fresh = new Ledger()
    const grants = this.ledger.all().map((grant) => ({
      ...grant,
      granted_at: grant.source === "period" ? null : grant.granted_at,
    }))
    fresh.apply({ grants, entries: this.ledger.entries })
    return fresh.grants
  }
}
