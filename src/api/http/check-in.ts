import type { MedusaRequest } from "@medusajs/framework/http"
import type { Actor } from "../../domain/actor"
import type { CheckedIn } from "../../modules/membership/types"
import { checkIn } from "../../workflows/access/check-in"
import { keyOf } from "./idempotency"

interface Wish {
  readonly member_id: string
  readonly location_id: string
  readonly service_id?: string | null | undefined
  readonly membership_id?: string | null | undefined
  readonly grant_id?: string | null | undefined
  readonly guest?: { readonly name: string } | null | undefined
  readonly override_reason?: string | null | undefined
  readonly device_id?: string | null
  readonly actor: Actor
}

/** Checks somebody in for a request: its `Idempotency-Key`, of this caller, is kept with the visit (ACCESS-4). */
export async function checkInAnswer(req: MedusaRequest, { guest, ...wish }: Wish): Promise<CheckedIn> {
  const { actor, device_id = null, service_id = null } = wish
  const key = keyOf(req)
  return checkIn(req.scope, {
    ...{ member_id: wish.member_id, location_id: wish.location_id, service_id, device_id, actor },
    ...{ membership_id: wish.membership_id ?? null, grant_id: wish.grant_id ?? null },
    ...{ guest_name: guest?.name ?? null, override_reason: wish.override_reason ?? null },
    key: key === null ? null : `${device_id ?? actor.id ?? ""}:${key}`,
  })
}
