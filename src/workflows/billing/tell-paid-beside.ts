import type { MedusaContainer } from "@medusajs/framework/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { RefusedAnswer } from "../../modules/membership/types"
import { putIntoFeed, type StaffNotice } from "../steps/put-into-feed"

/** Tells staff at once of money that is to be given back; the charge itself keeps that it is, should this be lost. */
export async function tellPaidBeside(
  container: MedusaContainer,
  refused: readonly RefusedAnswer[]
): Promise<void> {
  const ids = refused.flatMap(({ code, charge_id }) => (code === "paid_beside" ? [charge_id] : []))
  if (ids.length > 0) await putIntoFeed(container, await paidBesideNotices(container, ids))
}

/** @param ids left out: of all charges */
export async function paidBesideNotices(
  container: MedusaContainer,
  ids?: readonly string[]
): Promise<StaffNotice[]> {
  const charges = await container
    .resolve(MEMBERSHIP_MODULE)
    .listMembershipCharges(
      { paid_beside_attempt: { $ne: null }, given_back_at: null, ...(ids ? { id: [...ids] } : {}) },
      { select: ["id", "paid_beside_attempt"], take: null }
    )
  return charges.map(({ id, paid_beside_attempt }) => ({
    key: `membership-charge-paid-beside:${id}:${paid_beside_attempt}`,
    title: "Money was taken for a charge that was settled otherwise",
    description:
      "Give it back at the payment provider, and record that you have. The charge is listed under Billing, with its attempts.",
    ...{ trigger_type: "membership.charge_paid_beside", resource_type: "membership_charge", resource_id: id },
  }))
}
