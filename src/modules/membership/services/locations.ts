import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { localDate } from "../../../domain/time/calendar"
import { type OpeningHours, validateOpeningHours } from "../../../domain/time/opening-hours"
import type { CalendarDate, TimeZone } from "../../../domain/time/types"
import { assertTimeZone } from "../../../domain/time/zones"
import { execute } from "../sql"
import type { MembershipOptions, Row, Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"

type Location = Row<"MembershipLocation">

export interface LocationFields {
  readonly time_zone: string
  /** null has no hours of its own. */
  readonly opening_hours?: readonly OpeningHours[] | null
  readonly is_default?: boolean
}

export interface SetLocationInput extends LocationFields {
  readonly stock_location_id: string
  readonly actor: Actor
}

export interface UpdateLocationInput extends Partial<LocationFields> {
  readonly id: string
  readonly actor: Actor
}

export interface DeleteLocationInput {
  readonly id: string
  readonly actor: Actor
}

interface Dependencies {
  membershipLocationService: Store<"MembershipLocation">
  membershipOptions: MembershipOptions
  auditService: AuditService
  clockService: ClockService
}

/** Time zones and opening hours of the branches, of which one is the studio's default. */
export class LocationService {
  private readonly locations: Store<"MembershipLocation">
  private readonly fallbackZone: TimeZone
  private readonly audit: AuditService
  private readonly clock: ClockService

  constructor(dependencies: Dependencies) {
    this.locations = dependencies.membershipLocationService
    this.fallbackZone = dependencies.membershipOptions.default_time_zone ?? "UTC"
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
  }

  /** The zone of a branch; of the default one where it has none of its own or none is named (TIME-1). */
  async zoneOf(stock_location_id: string | null, tx: Tx): Promise<TimeZone> {
    const [location] = stock_location_id ? await this.locations.list({ stock_location_id }, {}, tx) : []
    return (
      (location ?? (await this.default(tx)))?.time_zone ??
      assertTimeZone(this.fallbackZone, "default_time_zone")
    )
  }

  async default(tx: Tx): Promise<Location | null> {
    const [location] = await this.locations.list({ is_default: true }, {}, tx)
    return location ?? null
  }

  /** The date at a branch now; at the default one when none is named. */
  async today(stock_location_id: string | null, tx: Tx): Promise<CalendarDate> {
    return localDate(await this.clock.now(tx), await this.zoneOf(stock_location_id, tx))
  }

  /** Sets what a branch adds to its stock location; the first one becomes the default. */
  async set({ actor, stock_location_id, ...fields }: SetLocationInput, tx: Tx): Promise<string> {
    const valid = validated(fields)
    await lockAll(tx)
    const [before] = await this.locations.list({ stock_location_id }, {}, tx)
    if (before) return this.write(before, { ...valid, time_zone: valid.time_zone }, actor, tx)

    const is_default = fields.is_default === true || (await this.default(tx)) === null
    if (is_default) await this.unsetDefault(null, tx)
    const row = { ...valid, stock_location_id, is_default } as Partial<Location>
    const { id } = await this.locations.create(row, tx)
    await this.audit.record(
      { actor, action: "set-location", subject: { type: "location", id }, changes: { ...row } },
      tx
    )
    return id
  }

  async update({ id, actor, ...fields }: UpdateLocationInput, tx: Tx): Promise<void> {
    const valid = validated(fields)
    await lockAll(tx)
    await this.write(await this.retrieve(id, tx), valid, actor, tx)
  }

  /** @throws DomainError `conflict` for the default while there are others */
  async delete({ id, actor }: DeleteLocationInput, tx: Tx): Promise<void> {
    await lockAll(tx)
    const { is_default, stock_location_id } = await this.retrieve(id, tx)
    const [, other] = await this.locations.list({}, { take: 2 }, tx)
    if (is_default && other) {
      throw new DomainError("conflict", "Make another location the default first, then delete this one.", {
        id,
      })
    }
    await this.locations.softDelete([id], tx)
    const subject = { type: "location", id }
    await this.audit.record({ actor, action: "delete-location", subject, changes: { stock_location_id } }, tx)
  }

  private async write(
    before: Location,
    fields: Partial<LocationFields>,
    actor: Actor,
    tx: Tx
  ): Promise<string> {
    const { id } = before
    if (before.is_default && fields.is_default === false) {
      throw new DomainError(
        "conflict",
        "A studio has a default location. Make another one the default instead.",
        {
          field: "is_default",
        }
      )
    }
    if (fields.is_default) await this.unsetDefault(id, tx)
    await this.locations.update({ id, ...fields } as { id: string }, tx)
    const subject = { type: "location", id }
    await this.audit.record({ actor, action: "set-location", subject, changes: { ...fields } }, tx)
    return id
  }

  /** At once, not with the rest of the transaction: two defaults must not meet in the unique index. */
  private async unsetDefault(exceptId: string | null, tx: Tx): Promise<void> {
    await execute(
      tx,
      `update membership_location set is_default = false, updated_at = now()
       where is_default and deleted_at is null and id is distinct from ?`,
      [exceptId]
    )
  }

  private async retrieve(id: string, tx: Tx): Promise<Location> {
    const [location] = await this.locations.list({ id }, {}, tx)
    if (!location) throw new DomainError("not_found", `There is no location with the id ${id}.`, { id })
    return location
  }
}

/** Branches are few and seldom change: their writers go one after the other, readers do not wait. */
async function lockAll(tx: Tx): Promise<void> {
  await execute(tx, `lock table membership_location in share row exclusive mode`)
}

function validated<Fields extends Partial<LocationFields>>(fields: Fields): Fields {
  if (fields.opening_hours) validateOpeningHours(fields.opening_hours)
  return fields.time_zone === undefined ? fields : { ...fields, time_zone: assertTimeZone(fields.time_zone) }
}
