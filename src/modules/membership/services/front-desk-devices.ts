import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import type { TimeZone } from "../../../domain/time/types"
import { executePrepared, lockRow, prepared } from "../sql"
import type { MembershipOptions, Row, Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"

type Device = Row<"MembershipFrontDeskDevice">

export interface AddFrontDeskDeviceInput {
  readonly name: string
  readonly location_id: string
  readonly actor: Actor
}

export interface ChangeFrontDeskDeviceInput {
  readonly id: string
  readonly actor: Actor
}

/** What a token names: a device, and which of its tokens this is. */
export interface DeviceTokenClaim {
  readonly id: string
  readonly token_version: number
}

/** A device that may ask, with the zone of its location (TIME-1). */
export interface FrontDeskDevice {
  readonly id: string
  readonly name: string
  readonly location_id: string
  readonly time_zone: TimeZone
}

interface Dependencies {
  membershipFrontDeskDeviceService: Store<"MembershipFrontDeskDevice">
  membershipOptions: MembershipOptions
  auditService: AuditService
  clockService: ClockService
}

/** Tablets and tills at the front desk, each bound to one location (ACCESS-7). */
export class FrontDeskDeviceService {
  private readonly devices: Store<"MembershipFrontDeskDevice">
  private readonly fallbackZone: TimeZone
  private readonly audit: AuditService
  private readonly clock: ClockService

  constructor(dependencies: Dependencies) {
    this.devices = dependencies.membershipFrontDeskDeviceService
    this.fallbackZone = dependencies.membershipOptions.default_time_zone ?? "UTC"
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
  }

  async add({ actor, ...fields }: AddFrontDeskDeviceInput, tx: Tx): Promise<DeviceTokenClaim> {
    const created_by = actor.type === "user" ? actor.id : null
    const token_version = 1
    const { id } = await this.devices.create({ ...fields, token_version, created_by }, tx)
    const subject = { type: "front_desk_device", id }
    await this.audit.record({ actor, action: "add-front-desk-device", subject, changes: fields }, tx)
    return { id, token_version }
  }

  /** A new token; the one before stops at once. A revoked device stays revoked. @throws DomainError `conflict` */
  async renew({ id, actor }: ChangeFrontDeskDeviceInput, tx: Tx): Promise<DeviceTokenClaim> {
    const before = await this.lock(id, tx)
    if (before.revoked_at) {
      throw new DomainError("conflict", `“${before.name}” was revoked. Add the device anew.`, { id })
    }
    const token_version = before.token_version + 1
    await this.devices.update({ id, token_version }, tx)
    const subject = { type: "front_desk_device", id }
    await this.audit.record(
      { actor, action: "renew-front-desk-device", subject, changes: { token_version } },
      tx
    )
    return { id, token_version }
  }

  /** It opens nothing any more. Doing it again does nothing. */
  async revoke({ id, actor }: ChangeFrontDeskDeviceInput, tx: Tx): Promise<void> {
    const { revoked_at, name } = await this.lock(id, tx)
    if (revoked_at) return
    await this.devices.update({ id, revoked_at: new Date(await this.clock.now(tx)) }, tx)
    const subject = { type: "front_desk_device", id }
    await this.audit.record({ actor, action: "revoke-front-desk-device", subject, changes: { name } }, tx)
  }

  /**
   * The device of a token, unless the token or the device was revoked. The same statement notes that it was seen, once a
   * minute, so that busy devices do not write with every check-in.
   */
  async find({ id, token_version }: DeviceTokenClaim, tx: Tx): Promise<FrontDeskDevice | null> {
    const now = await this.clock.now(tx)
    const bindings = [id, token_version, now, now, now, this.fallbackZone]
    const [device] = await executePrepared<FrontDeskDevice>(tx, FIND, bindings)
    return device ?? null
  }

  private async lock(id: string, tx: Tx): Promise<Device> {
    const found = await lockRow(tx, "membership_front_desk_device", id)
    const [device] = found ? await this.devices.list({ id }, {}, tx) : []
    if (!device)
      throw new DomainError("not_found", `There is no front-desk device with the id ${id}.`, { id })
    return device
  }
}

const FIND = prepared(`
  with device as (
    select id, name, location_id, last_seen_at from membership_front_desk_device
    where id = ? and token_version = ? and revoked_at is null and deleted_at is null
  ), seen as (
    update membership_front_desk_device set last_seen_at = ?
    where id in (select id from device
                 where last_seen_at is null or last_seen_at not between ?::timestamptz - interval '1 minute' and ?)
  )
  select d.id, d.name, d.location_id, coalesce(l.time_zone, main.time_zone, ?) as time_zone
  from device d
  left join membership_location l on l.stock_location_id = d.location_id and l.deleted_at is null
  left join membership_location main on main.is_default and main.deleted_at is null`)
