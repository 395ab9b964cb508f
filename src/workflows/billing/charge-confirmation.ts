import type { MedusaContainer } from "@medusajs/framework/types"
import { DomainError } from "../../domain/errors"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { askProvider } from "./ask-provider"
import { PaymentGateway } from "./payment-gateway"
import type { PayerConfirmation } from "./provider-outcome"

export interface AskedConfirmation {
  readonly membership_id: string
  readonly charge_id: string
  readonly customer_id: string
}

export interface ChargeConfirmation extends PayerConfirmation {
  readonly provider_id: string
}

/**
 * What a storefront needs so that the payer confirms a payment (BILL-5), fresh from the provider. No workflow: it holds a
 * secret, which the platform's records of workflows should never see.
 * @throws DomainError `not_found` for a charge that is not theirs to pay, `charge_not_confirmable`; and for now `conflict`,
 * `lease_running`
 */
export async function chargeConfirmation(
  container: MedusaContainer,
  { membership_id, charge_id: id, customer_id }: AskedConfirmation
): Promise<ChargeConfirmation> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const [charge] = await membership.listMembershipCharges(
    { id, membership_id, payer_customer_id: customer_id },
    { select: ["id", "status"] }
  )
  if (!charge)
    throw new DomainError("not_found", `There is no charge with the id ${id} that you pay.`, { id })
  if (charge.status !== "requires_action") throw notConfirmable(id)
  const sent = await membership.sentChargeAttempt(id)
  // Whether it still waits is the provider's to say; where it does not, the charge goes on at once.
  const result = sent && (await askProvider(container, sent, { only_news: true })).found.result
  if (result === "pending" || result === "provider_down")
    throw new DomainError("conflict", "The payment provider cannot say right now. Try again in a moment.", {
      id,
    })
  if (!sent?.reference || result !== "requires_action") throw notConfirmable(id)
  const { provider_id, reference } = sent
  return { provider_id, ...(await new PaymentGateway(container).confirmation(provider_id, reference)) }
}

const notConfirmable = (id: string) =>
  new DomainError(
    "charge_not_confirmable",
    "This payment does not wait for your confirmation. Load the charge again to see what became of it.",
    { id }
  )
