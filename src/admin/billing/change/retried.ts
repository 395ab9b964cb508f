import type { Text } from "../../text/use-text"
import { reasonText } from "../reasons"
import type { ChargeDetail } from "../types"

/** What came of another try. */
export function retriedText(
  { status, failure_code }: Pick<ChargeDetail, "status" | "failure_code">,
  t: Text
): string {
  switch (status) {
    case "paid":
    case "requires_action":
      return t(`billing.change.retry.done.${status}`)
    case "failed":
      return t("billing.change.retry.done.failed", { reason: reasonText(failure_code ?? "", t) })
    default:
      return t("billing.change.retry.done.other")
  }
}
