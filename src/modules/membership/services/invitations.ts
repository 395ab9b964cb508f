import { createHash, randomBytes } from "node:crypto"
import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { assertAcceptable, INVITATION_VALID_FOR, seatToInviteTo } from "../../../domain/seats/invitation"
import { advance } from "../../../domain/time/durations"
import type { Instant } from "../../../domain/time/types"
import { toInstantOrNull } from "../mapping/memberships"
import { execute } from "../sql"
import type { Row, Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { EnsureMemberInput, MemberService } from "./members"
import { factsOf } from "./seat-loading"
import type { ManagedSeat, SeatChangeService, SeatsChanged } from "./seat-changes"

export interface InviteInput extends ManagedSeat {
  readonly email: string
  readonly actor: Actor
}

export interface Invited {
  readonly id: string
  readonly email: string
  readonly expires_at: Instant
  /** Told once, to whoever invites; only its hash is kept. */
  readonly token: string
}

export interface AcceptInvitationInput {
  readonly token: string
  /** Who is logged in. */
  readonly customer: EnsureMemberInput & { readonly email: string }
}

export interface RevokeInvitationInput extends Omit<ManagedSeat, "seat_id"> {
  readonly id: string
  readonly actor: Actor
}

interface Dependencies {
  membershipInvitationService: Store<"MembershipInvitation">
  auditService: AuditService
  clockService: ClockService
  memberService: MemberService
  seatChangeService: SeatChangeService
}

/** Seats for people who are known by an e-mail address alone (SEAT-1). */
export class InvitationService {
  private readonly invitations: Store<"MembershipInvitation">
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly members: MemberService
  private readonly seats: SeatChangeService

  constructor(dependencies: Dependencies) {
    this.invitations = dependencies.membershipInvitationService
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.members = dependencies.memberService
    this.seats = dependencies.seatChangeService
  }

  /** A new invitation in place of one that was open for the seat. It never says whether the address has an account. */
  async invite({ email, actor, ...managed }: InviteInput, tx: Tx): Promise<Invited> {
    const now = await this.clock.now(tx)
    const { loaded, before } = await this.seats.lockManaged(managed, tx)
    const { membership_id, seat_id } = managed
    seatToInviteTo({ ...factsOf(loaded, before, now), is_void: loaded.voided_at !== null }, seat_id)
    await revokeOpen("seat_id = ?", seat_id, now, tx)
    const token = randomBytes(32).toString("base64url")
    const expires_at = advance(now, INVITATION_VALID_FOR, loaded.time_zone)
    const fields = { membership_id, seat_id, email: email.toLowerCase(), token_hash: hashOf(token) }
    const invitation = await this.invitations.create(
      { ...fields, expires_at: new Date(expires_at) } as never,
      tx
    )
    const { id } = invitation as unknown as { id: string }
    const subject = { type: "seat", id: seat_id }
    // Whom it went to stands in the invitation, from which it can be taken out again (PEOPLE-6).
    const changes = { invitation_id: id, expires_at }
    await this.audit.record({ actor, action: "invite-to-seat", subject, membership_id, changes }, tx)
    return { id, email: fields.email, expires_at, token }
  }

  /**
   * Seats whoever is logged in with the invited address; the invitation is used up. Where the seat does not take them,
   * nothing is used up.
   * @throws DomainError `invitation_invalid`, and the refusals of `assign`
   */
  async accept({ token, customer }: AcceptInvitationInput, tx: Tx): Promise<SeatsChanged> {
    const now = await this.clock.now(tx)
    const [locked] = await execute<{ id: string }>(
      tx,
      `select id from membership_invitation where token_hash = ? and deleted_at is null for update`,
      [hashOf(token)]
    )
    const [row] = locked ? await this.invitations.list({ id: locked.id }, {}, tx) : []
    assertAcceptable(row ? asInvitation(row) : null, { email: customer.email, now })
    const { membership_id, seat_id } = row!
    const member_id = await this.members.ensureOfCustomer(customer, tx)
    await execute(tx, `update membership_invitation set accepted_at = ?, updated_at = now() where id = ?`, [
      now,
      row!.id,
    ])
    return this.seats.change(
      {
        membership_id,
        verb: { verb: "assign", seat_id, member_id, replaces_member_id: null },
        // The invitation is the right to it; the rules about who may sit there hold as for everybody.
        asker: { type: "staff", reason: null },
        actor: customer.actor,
        preview: false,
      },
      tx
    )
  }

  /** @throws DomainError `not_found` for one that is not open in this membership */
  async revoke({ id, membership_id, asker, actor }: RevokeInvitationInput, tx: Tx): Promise<void> {
    const [open] = await this.invitations.list(
      { id, membership_id, accepted_at: null, revoked_at: null },
      {},
      tx
    )
    if (!open) throw new DomainError("not_found", `There is no open invitation with the id ${id}.`, { id })
    const { seat_id } = open
    await this.seats.lockManaged({ membership_id, seat_id, asker }, tx)
    await revokeOpen("id = ?", id, await this.clock.now(tx), tx)
    const subject = { type: "seat", id: seat_id }
    const changes = { invitation_id: id }
    await this.audit.record({ actor, action: "revoke-invitation", subject, membership_id, changes }, tx)
  }
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex")

function asInvitation({ email, expires_at, accepted_at, revoked_at }: Row<"MembershipInvitation">) {
  return {
    email,
    expires_at: toInstantOrNull(expires_at)!,
    accepted_at: toInstantOrNull(accepted_at),
    revoked_at: toInstantOrNull(revoked_at),
  }
}

async function revokeOpen(condition: string, binding: string, now: Instant, tx: Tx): Promise<void> {
  await execute(
    tx,
    `update membership_invitation set revoked_at = ?, updated_at = now()
     where ${condition} and accepted_at is null and revoked_at is null and deleted_at is null`,
    [now, binding]
  )
}
