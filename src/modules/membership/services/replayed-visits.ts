import { isDeepStrictEqual } from "node:util"
import { DomainError } from "../../../domain/errors"
import type { KeptVisit } from "./access-facts"
import type { VisitChoice } from "./visits"

interface AskedVisit extends Partial<VisitChoice> {
  readonly member_id: string
  readonly location_id: string
  readonly service_id: string | null
  readonly guest_name?: string | null
  readonly key: string | null
}

/** What a request chose; left out is null. */
export const choiceOf = ({
  membership_id = null,
  grant_id = null,
  override_reason = null,
}: Partial<VisitChoice>): VisitChoice => ({ membership_id, grant_id, override_reason })

/** ACCESS-4: a key belongs to one request. @throws DomainError `idempotency_key_reused` */
export function assertSameRequest(kept: KeptVisit, asked: AskedVisit): void {
  const { member_id, location_id, service_id, guest_name = null, key } = asked
  const same =
    isDeepStrictEqual(
      [kept.member_id, kept.location_id, kept.service_id, kept.guest_name],
      [member_id, location_id, service_id, guest_name]
    ) &&
    (kept.asked === null || isDeepStrictEqual(kept.asked, { ...choiceOf(asked) }))
  if (same) return
  throw new DomainError(
    "idempotency_key_reused",
    "This Idempotency-Key was already used with another body. Send a new key for a new request.",
    { key }
  )
}
