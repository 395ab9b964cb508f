import type { Charge } from "./types"

export const VERBS = ["record-refund", "retry", "record-payment", "waive", "reconcile"] as const
export type Verb = (typeof VERBS)[number]

export type ChargeState = Pick<Charge, "status" | "attempt"> &
  Partial<Pick<Charge, "paid_beside_attempt" | "given_back_at">>

/** A provider took money for it although it was settled otherwise, and nobody has recorded that it was given back. */
export const isToGiveBack = ({
  paid_beside_attempt = null,
  given_back_at = null,
}: Partial<ChargeState>): boolean => paid_beside_attempt !== null && given_back_at === null

/**
 * What staff can do about a charge as it stands, the likeliest first. The server decides; this keeps what it would surely
 * refuse out of sight: nothing settles a charge while money may be under way (BILL-4).
 */
export function verbsOf(charge: ChargeState): Verb[] {
  return [...(isToGiveBack(charge) ? ["record-refund" as const] : []), ...settlingVerbs(charge)]
}

function settlingVerbs({ status, attempt }: ChargeState): Verb[] {
  const asking: Verb[] = attempt > 0 ? ["reconcile"] : []
  switch (status) {
    case "scheduled":
    case "failed":
      return ["retry", "record-payment", "waive", ...asking]
    case "parked":
      return [...asking, "record-payment", "waive", "retry"]
    case "processing":
    case "requires_action":
    case "unknown":
      return asking
    // Money may have come for what was settled otherwise; the provider knows.
    case "waived":
    case "canceled":
      return asking
    case "paid":
      return []
  }
}
