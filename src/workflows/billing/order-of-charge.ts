import { netOf } from "../../domain/billing/discounts"
import type { TaxedLine } from "../../domain/billing/tax"
import { fromMinor } from "../../domain/money/amounts"
import type { UnorderedCharge } from "../../modules/membership/types"
import type { Payer } from "./payers"

/** Where a payment by hand is kept on the platform. */
const BY_HAND = "pp_system_default"

/**
 * The names of a charge's rows on the platform: made from its own id, so that a second worker, or one that comes after a
 * crash, cannot make them again.
 */
export function idsOf({ id }: { readonly id: string }) {
  const [, own] = /^mchg_(.+)$/.exec(id) ?? [null, id]
  return {
    order: `order_${own}`,
    collection: `pay_col_${own}`,
    session: `payses_${own}`,
    payment: `pay_${own}`,
    capture: `capt_${own}`,
    transaction: `ordtrx_${own}`,
    shipping_address: `ordaddr_${own}_shipping`,
    billing_address: `ordaddr_${own}_billing`,
    /** Of each line, and of what belongs to it. */
    line: (nth: number) => `ordli_${own}_${nth}`,
    tax: (line: number, nth: number) => `ordlitxl_${own}_${line}_${nth}`,
    discount: (line: number, nth: number) => `ordliadj_${own}_${line}_${nth}`,
  }
}

/** What the platform's order module makes an order from: one line for each line of the charge (BILL-2). */
export function orderOf(charge: UnorderedCharge, { email, address, sales_channel_id }: Payer) {
  const { id, membership_id, currency_code } = charge
  const ids = idsOf(charge)
  return {
    id: ids.order,
    status: "completed",
    ...{ email, sales_channel_id, currency_code },
    customer_id: charge.payer_customer_id,
    region_id: charge.region_id,
    ...(address
      ? {
          shipping_address: { ...address, id: ids.shipping_address },
          billing_address: { ...address, id: ids.billing_address },
        }
      : {}),
    items: charge.lines.map((line, nth) => itemOf(line, nth, charge)),
    transactions: hasPayment(charge)
      ? [
          {
            ...{ id: ids.transaction, amount: totalOf(charge), currency_code },
            ...{ reference: "capture", reference_id: ids.capture },
          },
        ]
      : [],
    metadata: { membership_id, membership_charge_id: id },
  }
}

/** What of it was paid, as the platform keeps it, so that it can be given back there; null where nothing was. */
export function paymentOf(charge: UnorderedCharge) {
  if (!hasPayment(charge)) return null
  const { id, membership_id, currency_code, payment, settled_at } = charge
  const ids = idsOf(charge)
  const amount = totalOf(charge)
  const provider_id = payment?.provider_id ?? BY_HAND
  // By the currency a provider knows the smallest unit of what is given back.
  const data = payment?.reference ? { id: payment.reference, currency: currency_code } : {}
  const metadata = { membership_id, membership_charge_id: id }
  const paid = { amount, currency_code, provider_id, data, metadata }
  return {
    collection: {
      ...{ id: ids.collection, amount, currency_code, authorized_amount: amount, captured_amount: amount },
      ...{ status: "completed", completed_at: new Date(settled_at), metadata },
    },
    session: {
      ...paid,
      ...{ id: ids.session, payment_collection: ids.collection },
      ...{ status: "captured", authorized_at: new Date(settled_at) },
    },
    payment: {
      ...paid,
      ...{ id: ids.payment, payment_collection: ids.collection, payment_session: ids.session },
      captured_at: new Date(settled_at),
    },
    capture: { id: ids.capture, amount, payment: ids.payment },
  }
}

const hasPayment = ({ total_minor }: UnorderedCharge) => total_minor > 0

const totalOf = ({ total_minor, currency_code }: UnorderedCharge) => fromMinor(total_minor, currency_code)

/** Whose it is; of a fine, for which visit (MONEY-3). */
const subtitleOf = ({ label, visit }: TaxedLine, { period_starts_on: visited_on }: UnorderedCharge) =>
  visit ? `${label}: ${visit.service_name}, ${visited_on}` : label

/** Without the variant: whoever looks for sales of a plan must not find its renewals. */
function itemOf(line: TaxedLine, nth: number, charge: UnorderedCharge) {
  const ids = idsOf(charge)
  const { membership_id, currency_code, is_tax_inclusive, plan_name, product_id } = charge
  const { period_starts_on, period_ends_on } = charge
  return {
    id: ids.line(nth),
    title: plan_name,
    subtitle: subtitleOf(line, charge),
    ...{ product_id, product_title: plan_name },
    quantity: 1,
    unit_price: fromMinor(line.amount_minor, currency_code),
    is_tax_inclusive,
    ...{ is_custom_price: true, is_discountable: false, is_giftcard: false, requires_shipping: false },
    tax_lines: line.taxes.map(({ code, name, rate }, tax) => ({
      id: ids.tax(nth, tax),
      ...{ code: code ?? "membership", description: name, rate },
    })),
    adjustments: line.discounts.map(({ code, amount_minor }, discount) => ({
      id: ids.discount(nth, discount),
      ...{ code, amount: fromMinor(amount_minor, currency_code), is_tax_inclusive },
    })),
    metadata: {
      ...{ membership_id, membership_seat_id: line.seat_id, kind: line.kind },
      ...{ period_starts_on, period_ends_on, net_amount: fromMinor(netOf(line), currency_code) },
    },
  }
}
