import { createHash } from "node:crypto"
import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { OwnHouseholdService } from "./own-household"
import { lockMember } from "./people-loading"
import {
  isCurrent,
  isGenuine,
  looksRotating,
  newSecret,
  parseCode,
  type RotatingCode,
  showCode,
  type ShownCode,
} from "./rotating-code"

export interface MemberCodeInput {
  readonly member_id: string
  /** With a customer: only of themselves, and as guardian of their household; others are `not_found` (PEOPLE-6). */
  readonly customer_id?: string
  readonly actor: Actor
}

export interface AddCardInput {
  readonly member_id: string
  /** What a scanner reads from it. */
  readonly code: string
  readonly label?: string | null
  readonly actor: Actor
}

export interface RevokeAccessCodeInput {
  readonly id: string
  readonly member_id: string
  readonly actor: Actor
}

export interface ScannedCode {
  /** As the scanner typed it. */
  readonly code: string
}

interface Dependencies {
  membershipAccessCodeService: Store<"MembershipAccessCode">
  auditService: AuditService
  clockService: ClockService
  ownHouseholdService: OwnHouseholdService
}

/** What members show at the front desk (ACCESS-7). */
export class AccessCodeService {
  private readonly codes: Store<"MembershipAccessCode">
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly own: OwnHouseholdService

  constructor(dependencies: Dependencies) {
    this.codes = dependencies.membershipAccessCodeService
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.own = dependencies.ownHouseholdService
  }

  /** The member's code as it is now; its secret is made on first need, of two calls at once by one. */
  async show(input: MemberCodeInput, tx: Tx): Promise<ShownCode> {
    const { member_id, actor } = input
    await this.assertOwn(input, tx)
    const live = (await rotatingOf(member_id, tx)) ?? (await this.makeFirst(member_id, actor, tx))
    return showCode(withoutPrefix(live.id), live.secret, await this.clock.now(tx))
  }

  /** A new secret: codes that were shown, or copied, before are revoked. */
  async renew(input: MemberCodeInput, tx: Tx): Promise<ShownCode> {
    const { member_id, actor } = input
    await this.assertOwn(input, tx)
    await requireMember(member_id, tx)
    const now = await this.clock.now(tx)
    await execute(
      tx,
      `update membership_access_code set revoked_at = ?, updated_at = now()
       where member_id = ? and kind = 'rotating' and revoked_at is null and deleted_at is null`,
      [now, member_id]
    )
    const live = await this.insertRotating(member_id, actor, tx)
    await this.record("renew-access-code", { id: live.id, member_id, actor }, tx)
    return showCode(withoutPrefix(live.id), live.secret, now)
  }

  /** @throws DomainError `conflict` for a card that somebody has */
  async addCard({ member_id, code, label = null, actor }: AddCardInput, tx: Tx): Promise<string> {
    await requireMember(member_id, tx)
    const text = code.trim()
    if (text === "" || looksRotating(text)) {
      throw new DomainError("conflict", "This is no card. Scan or type what is on the card.", {
        field: "code",
      })
    }
    const id = newEntityId("mcode")
    const [added] = await execute(
      tx,
      `insert into membership_access_code (id, member_id, kind, code_hash, label, created_by)
       values (?, ?, 'card', ?, ?, ?) on conflict do nothing returning id`,
      [id, member_id, hashOf(text), label, staffId(actor)]
    )
    if (!added) {
      const message = "This card is given to somebody already. Revoke it there first."
      throw new DomainError("conflict", message, { field: "code" })
    }
    await this.record("add-card", { id, member_id, actor }, tx)
    return id
  }

  /** @throws DomainError `not_found` unless it is a code of this member */
  async revoke({ id, member_id, actor }: RevokeAccessCodeInput, tx: Tx): Promise<void> {
    const [code] = await this.codes.list({ id, member_id }, {}, tx)
    if (!code) throw new DomainError("not_found", `They have no code with the id ${id}.`, { id })
    if (code.revoked_at) return
    await this.codes.update({ id, revoked_at: new Date(await this.clock.now(tx)) }, tx)
    await this.record("revoke-access-code", { id, member_id, actor }, tx)
  }

  /**
   * Whose code was scanned (ACCESS-7).
   * @throws DomainError `code_unknown`, which tells nothing else; `code_revoked`; `code_expired` for a rotating code of
   * another time
   */
  async resolve(text: string, tx: Tx): Promise<string> {
    const scanned = text.trim()
    return looksRotating(scanned) ? this.resolveRotating(parseCode(scanned), tx) : resolveCard(scanned, tx)
  }

  private async resolveRotating(code: RotatingCode | null, tx: Tx): Promise<string> {
    const [found] = code
      ? await known<{ secret: string }>("c.id = ?", `mcode_${code.key}`, "c.secret", tx)
      : []
    if (!code || !found?.secret || !isGenuine(code, found.secret)) throw unknownCode()
    if (found.revoked_at) throw revokedCode()
    if (!isCurrent(code, await this.clock.now(tx))) {
      throw new DomainError("code_expired", "This code is of another time. Open it anew and scan it again.")
    }
    return found.member_id
  }

  private async makeFirst(member_id: string, actor: Actor, tx: Tx): Promise<Rotating> {
    await requireMember(member_id, tx)
    const before = await rotatingOf(member_id, tx)
    if (before) return before
    const made = await this.insertRotating(member_id, actor, tx)
    await this.record("make-access-code", { id: made.id, member_id, actor }, tx)
    return made
  }

  private async insertRotating(member_id: string, actor: Actor, tx: Tx): Promise<Rotating> {
    const [made] = await execute<Rotating>(
      tx,
      `insert into membership_access_code (id, member_id, kind, secret, created_by)
       values (?, ?, 'rotating', ?, ?) returning id, secret`,
      [newEntityId("mcode"), member_id, newSecret(), staffId(actor)]
    )
    return made!
  }

  private async assertOwn({ member_id, customer_id }: MemberCodeInput, tx: Tx): Promise<void> {
    if (customer_id !== undefined) await this.own.assertMayActFor({ customer_id, member_id }, tx)
  }

  private async record(
    action: string,
    { id, member_id, actor }: RevokeAccessCodeInput,
    tx: Tx
  ): Promise<void> {
    const subject = { type: "access_code", id }
    await this.audit.record({ actor, action, subject, changes: { member_id } }, tx)
  }
}

interface Rotating {
  readonly id: string
  readonly secret: string
}

interface Known {
  readonly member_id: string
  readonly revoked_at: Date | null
}

async function rotatingOf(member_id: string, tx: Tx): Promise<Rotating | null> {
  const [live] = await execute<Rotating>(
    tx,
    `select id, secret from membership_access_code
     where member_id = ? and kind = 'rotating' and revoked_at is null and deleted_at is null`,
    [member_id]
  )
  return live ?? null
}

async function resolveCard(text: string, tx: Tx): Promise<string> {
  const [found] = await known("c.code_hash = ?", hashOf(text), "c.id", tx)
  if (!found) throw unknownCode()
  if (found.revoked_at) throw revokedCode()
  return found.member_id
}

/** Codes of members who are there; a live one first, because a card may be given anew. */
async function known<More>(condition: string, binding: string, column: string, tx: Tx) {
  return execute<Known & More>(
    tx,
    `select c.member_id, c.revoked_at, ${column} from membership_access_code c
     join membership_member m on m.id = c.member_id and m.erased_at is null and m.deleted_at is null
     where ${condition} and c.deleted_at is null
     order by c.revoked_at desc nulls first limit 1`,
    [binding]
  )
}

async function requireMember(id: string, tx: Tx): Promise<void> {
  if (await lockMember(id, tx)) return
  throw new DomainError("not_found", `There is no member with the id ${id}.`, { id })
}

const withoutPrefix = (id: string): string => id.slice("mcode_".length)
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex")
const staffId = ({ type, id }: Actor): string | null => (type === "user" ? id : null)
const unknownCode = () => new DomainError("code_unknown", "Nobody has this code.")
const revokedCode = () => new DomainError("code_revoked", "This code was revoked. Ask for their name.")
