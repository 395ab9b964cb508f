import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { freeHandle, handleOf } from "../../../domain/plans/handle"
import type { Service } from "../../../domain/services/types"
import { assertServiceValid, type ServiceDraft } from "../../../domain/services/validate-service"
import { toService } from "../mapping/services"
import { execute, lockRow } from "../sql"
import type { Store, Tx } from "../types"
import type { AuditService } from "./audit"

/** What staff write about a service; what is left out keeps its value, or its default in a new one. */
export type ServiceFields = Partial<ServiceDraft> & { readonly metadata?: Record<string, unknown> | null }

export interface CreateServiceInput extends ServiceFields {
  readonly name: string
  readonly kind: Service["kind"]
  readonly actor: Actor
}

export interface UpdateServiceInput extends ServiceFields {
  readonly id: string
  readonly actor: Actor
}

export interface DeleteServiceInput {
  readonly id: string
  readonly actor: Actor
}

interface Dependencies {
  membershipServiceService: Store<"MembershipService">
  auditService: AuditService
}

const DEFAULTS: Omit<ServiceDraft, "name" | "handle" | "kind"> = {
  ...{ description: null, status: "active", credit_cost: 1, members_only: false, is_general_hours: false },
  ...{ location_ids: null, time_windows: null, reentry_minutes: null },
  ...{ missed_visit: { effect: "redeem", fines: [] }, cancellation_window_minutes: null },
}

/** What visits are for (PLAN-5, PLAN-11). */
export class ServiceService {
  private readonly services: Store<"MembershipService">
  private readonly audit: AuditService

  constructor({ membershipServiceService, auditService }: Dependencies) {
    this.services = membershipServiceService
    this.audit = auditService
  }

  /** @throws DomainError `service_invalid`, `name_taken` (name, handle) */
  async create({ actor, metadata = null, ...fields }: CreateServiceInput, tx: Tx): Promise<string> {
    const handle = await this.handleFor(fields, tx)
    const draft = { ...DEFAULTS, ...fields, handle }
    assertServiceValid(draft)
    await assertFree("name", draft.name, null, tx)
    const row: Record<string, unknown> = { ...draft, metadata }
    const { id } = await this.services.create(row, tx)
    const subject = { type: "service", id }
    await this.audit.record({ actor, action: "create-service", subject, changes: { ...fields } }, tx)
    return id
  }

  /** Archives and brings back as well, by its `status`. */
  async update({ id, actor, ...fields }: UpdateServiceInput, tx: Tx): Promise<void> {
    const { metadata: _, ...changed } = fields
    const before = await this.lock(id, tx)
    assertServiceValid({ ...before, ...changed })
    if (changed.name !== undefined) await assertFree("name", changed.name, id, tx)
    if (changed.handle !== undefined) await assertFree("handle", changed.handle, id, tx)
    await this.services.update({ id, ...fields } as never, tx)
    const action =
      changed.status === "archived" && before.status === "active" ? "archive-service" : "update-service"
    const subject = { type: "service", id }
    await this.audit.record({ actor, action, subject, changes: { ...fields } }, tx)
  }

  /** @throws DomainError `service_in_use` once a plan or a credit grant names it */
  async delete({ id, actor }: DeleteServiceInput, tx: Tx): Promise<void> {
    const { name } = await this.lock(id, tx)
    if (await isNamed(id, tx)) {
      const message = `“${name}” is named by a plan or by what a member was given. Archive it instead.`
      throw new DomainError("service_in_use", message, { id })
    }
    await this.services.softDelete([id], tx)
    const subject = { type: "service", id }
    await this.audit.record({ actor, action: "delete-service", subject, changes: { name } }, tx)
  }

  /** Ids of the services of a branch, those of all branches among them. */
  async idsAt(location_id: string, tx: Tx): Promise<string[]> {
    const rows = await execute<{ id: string }>(
      tx,
      `select id from membership_service
       where deleted_at is null
         and (coalesce(location_ids, 'null'::jsonb) = 'null'::jsonb or location_ids @> to_jsonb(?::text))`,
      [location_id]
    )
    return rows.map(({ id }) => id)
  }

  private async lock(id: string, tx: Tx): Promise<Service> {
    const [row] = (await lockRow(tx, "membership_service", id))
      ? await this.services.list({ id }, {}, tx)
      : []
    if (!row) throw new DomainError("not_found", `There is no service with the id ${id}.`, { id })
    return toService(row)
  }

  private async handleFor(
    { name, handle }: Pick<CreateServiceInput, "name" | "handle">,
    tx: Tx
  ): Promise<string> {
    if (handle !== undefined) {
      await assertFree("handle", handle, null, tx)
      return handle
    }
    const wished = handleOf(name, "service")
    const taken = await this.services.list({ handle: { $like: `${wished}%` } }, { select: ["handle"] }, tx)
    return freeHandle(wished, new Set(taken.map((service) => service.handle)))
  }
}

/** Names are the same whatever their case. */
async function assertFree(
  field: "name" | "handle",
  value: string,
  except_id: string | null,
  tx: Tx
): Promise<void> {
  const [taken] = await execute(
    tx,
    `select id from membership_service
     where lower(${field}) = lower(?) and deleted_at is null and id is distinct from ? limit 1`,
    [value, except_id]
  )
  if (!taken) return
  throw new DomainError("name_taken", `There already is a service “${value}”. Choose another ${field}.`, {
    field,
  })
}

/** Whether something that stays, or may come into use again, names the service. */
async function isNamed(id: string, tx: Tx): Promise<boolean> {
  const [named] = await execute(
    tx,
    `select from membership_plan
     where deleted_at is null
       and (services @> to_jsonb(?::text) or access->'facility_ids' @> to_jsonb(?::text)
         or credit_exchange @> jsonb_build_array(jsonb_build_object('from_service_id', ?::text))
         or credit_exchange @> jsonb_build_array(jsonb_build_object('to_service_id', ?::text)))
     union all select from membership_credit_grant where ? = any(service_ids)
     union all select from membership_visit where service_id = ?
     limit 1`,
    [id, id, id, id, id, id]
  )
  return named !== undefined
}
