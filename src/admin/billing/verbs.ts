import type { Charge } from "./types"

export const VERBS = ["retry", "record-payment", "waive", "reconcile"] as const
export type Verb = (typeof VERBS)[number]

export type ChargeState = Pick<Charge, "status" | "attempt">

/**
 * What staff can do about a charge as it stands, the likeliest first. The server decides; this keeps what it would surely
 * refuse out of sight: nothing settles a charge while money may be under way (BILL-4).
 */
export function verbsOf({ status, attempt }: ChargeState): Verb[] {
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
