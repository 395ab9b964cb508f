import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { LedgerDrift } from "../../modules/membership/types"
import { putIntoFeedStep } from "../steps/put-into-feed"

const verifyCreditLedgerStep = createStep(
  "membership-verify-credit-ledger",
  async (_: object, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const drift = await membership.verifyCreditLedger()
    await membership.noteLedgerCheck(drift.length)
    return new StepResponse({ drift, today: await membership.today(null) })
  }
)

/** One notice a day, however many grants it is about and however often it is found. */
function noticeOf({ drift, today }: { drift: LedgerDrift[]; today: string }) {
  const [first] = drift
  if (!first) return []
  return [
    {
      title: "The credit ledger does not add up",
      description: `${drift.length} balances are not what their entries say, ${first.grant_id} first. Nothing was changed; ask whoever runs this store.`,
      resource_type: "membership_credit_grant",
      resource_id: first.grant_id,
      trigger_type: "membership.ledger_drift",
      key: `membership-ledger-drift:${today}`,
    },
  ]
}

/** Builds every balance anew from its entries, compares, and tells staff where they differ (CREDIT-1). It mends nothing. */
export const verifyCreditLedgerWorkflow = createWorkflow("membership-verify-credit-ledger", () => {
  const found = verifyCreditLedgerStep()
  putIntoFeedStep(transform(found, noticeOf))
  return new WorkflowResponse(transform(found, ({ drift }) => drift))
})
