import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import type { Actor } from "../../domain/actor"
import type { ChargeRefusalCode, LookupFinding } from "../../domain/billing/attempt-types"
import { CHARGE_REFUSALS } from "../../domain/billing/charge-refusals"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { askProvider } from "./ask-provider"

export interface ReconcileChargeInput {
  readonly charge_id: string
  readonly actor: Actor
}

export interface ReconciledCharge {
  readonly charge_id: string
  /** What the provider knows of what was sent last. */
  readonly found: LookupFinding | { readonly result: "nothing_sent" }
  /** Why the charge stays as it is; null where it was brought in step. */
  readonly refusal: { readonly code: ChargeRefusalCode; readonly message: string } | null
}

const reconcileChargeStep = createStep(
  "membership-reconcile-charge",
  async ({ charge_id, actor }: ReconcileChargeInput, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const sent = await membership.sentChargeAttempt(charge_id)
    if (!sent) {
      const nothing: ReconciledCharge = { charge_id, found: { result: "nothing_sent" }, refusal: null }
      return new StepResponse(nothing)
    }
    const { found, refused: code } = await askProvider(container, sent)
    const { membership_id } = sent
    await membership.recordReconciliation({ charge_id, membership_id, actor, found: found.result })
    const refusal = code === null ? null : { code, message: CHARGE_REFUSALS[code] }
    return new StepResponse({ charge_id, found, refusal } satisfies ReconciledCharge)
  }
)

/** Staff ask the provider now what became of a charge (BILL-4). It makes no payment, whatever it finds. */
export const reconcileChargeWorkflow = createWorkflow(
  "membership-reconcile-charge",
  (input: ReconcileChargeInput) => new WorkflowResponse(reconcileChargeStep(input))
)
