import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { generateEntityId, MathBN, PromotionActions } from "@medusajs/framework/utils"
import {
  addToCartWorkflow,
  updateCartPromotionsWorkflow,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows"
import type { Actor } from "../../domain/actor"
import { SYSTEM } from "../../domain/actor"
import { DomainError } from "../../domain/errors"
import { fromMinor, toMinor } from "../../domain/money/amounts"
import { roundToMinor } from "../../domain/money/rounding"
import { lineKey } from "../../domain/selling/lines"
import type { CalendarDate } from "../../domain/time/types"
import { draftIdOf } from "../../domain/selling/plain-sales"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { CreateSaleDraftInput } from "../../modules/membership/types"
import { contextOf, DRAFT_KEY, findCart, LINE_KEY, loadOpenCart, type CartFacts } from "./cart-facts"
import { productTypeOf } from "./price-lines"
import { quoteDifference } from "./quote-id"
import { quoteSale, type QuotedSale } from "./quote-sale"
import type { Quote, RequestedSeats } from "./types"

export interface AddMembershipToCartInput {
  readonly cart_id: string
  readonly plan: string
  readonly wish: RequestedSeats
  /** Of the quote that was shown; what it showed is charged, or it is refused as stale (SALE-1). */
  readonly quote_id?: string | undefined
  readonly starts_on?: CalendarDate | null | undefined
  readonly location_id?: string | null | undefined
  readonly accepted_terms_version?: number | undefined
  /** Codes to apply with it: the platform keeps a code only in a cart that has something to discount. */
  readonly promo_codes?: readonly string[] | undefined
  readonly actor: Actor
}

interface CartItem {
  variant_id: string
  quantity: number
  unit_price: number
  is_tax_inclusive: boolean
  title: string
  subtitle: string
  product_type_id?: string
  requires_shipping: false
  metadata: Record<string, unknown>
}

interface PreparedSale {
  readonly draft: CreateSaleDraftInput
  readonly items: CartItem[]
  /** Set where the cart has no tax address yet, so that a cart of memberships alone is taxed. */
  readonly tax_country: string | null
  readonly quote: Quote
}

/** Load and decide: the sale in this cart's currency, region and customer, as quoted. */
const prepareSaleStep = createStep(
  "membership-prepare-sale",
  async (input: AddMembershipToCartInput, { container }) => {
    const cart = await loadOpenCart(container, input.cart_id)
    const context = contextOf(cart)
    const quoted = await quoteSale(container, {
      ...context,
      promo_codes: [...new Set([...(context.promo_codes ?? []), ...(input.promo_codes ?? [])])],
      plan: input.plan,
      wish: input.wish,
      starts_on: input.starts_on ?? null,
      location_id: input.location_id ?? null,
    })
    assertFresh(input.quote_id, quoted.quote)
    assertTermsAccepted(input.accepted_terms_version, quoted.quote)
    return new StepResponse(toPreparedSale(input, cart, quoted))
  }
)

/** The draft is the truth about the sale; the lines only name it (SALE-2). */
const createDraftStep = createStep(
  "membership-create-sale-draft",
  async (draft: CreateSaleDraftInput, { container }) => {
    await container.resolve(MEMBERSHIP_MODULE).createSaleDraft(draft)
    return new StepResponse({ id: draft.id }, draft.id)
  },
  async (id, { container }) => {
    if (id) await container.resolve(MEMBERSHIP_MODULE).removeSaleDraft({ id, actor: SYSTEM })
  }
)

interface VerifyInput {
  readonly input: AddMembershipToCartInput
  readonly draft_id: string
  readonly quote: Quote
}

/** Where a quote was shown, what the cart now charges for it must be that quote's total, to the smallest unit. */
const verifyChargedStep = createStep(
  "membership-verify-charged",
  async ({ input, draft_id, quote }: VerifyInput, { container }) => {
    if (!input.quote_id) return new StepResponse(null)
    const cart = await findCart(container, input.cart_id, { with_totals: true })
    const lines = (cart?.items ?? []).filter((line) => draftIdOf(line) === draft_id)
    const charged = MathBN.sum(0, ...lines.map((line) => line.total as number))
    const now_minor = roundToMinor(MathBN.convert(charged).toFixed(), quote.currency_code)
    const quoted_minor = toMinor(quote.total, quote.currency_code)
    if (now_minor === quoted_minor) return new StepResponse(null)
    throw new DomainError("quote_stale", "This cart changes the price that was shown. Look at it again.", {
      difference: { amounts_minor: { total: { quoted: quoted_minor, now: now_minor } } },
    })
  }
)

/**
 * Puts a membership into a cart, priced by the server: one line per chart row taken plus one for the signup fee,
 * under one draft (SALE-1, SALE-2, SALE-4). Load → decide → apply; nothing is left behind when a step fails.
 */
export const addMembershipToCartWorkflow = createWorkflow(
  "membership-add-to-cart",
  (input: AddMembershipToCartInput) => {
    const prepared = prepareSaleStep(input)
    createDraftStep(transform(prepared, ({ draft }) => draft))
    when("cart-lacks-tax-country", prepared, ({ tax_country }) => tax_country !== null).then(() => {
      updateCartWorkflow.runAsStep({
        input: transform({ input, prepared }, (data) => ({
          id: data.input.cart_id,
          shipping_address: { country_code: data.prepared.tax_country! },
        })),
      })
    })
    addToCartWorkflow.runAsStep({
      input: transform({ input, prepared }, (data) => ({
        cart_id: data.input.cart_id,
        items: data.prepared.items,
      })),
    })
    when("promo-codes-given", input, ({ promo_codes }) => !!promo_codes?.length).then(() => {
      updateCartPromotionsWorkflow.runAsStep({
        input: transform(input, ({ cart_id, promo_codes }) => ({
          cart_id,
          promo_codes: [...(promo_codes ?? [])],
          action: PromotionActions.ADD,
          force_refresh_payment_collection: true,
        })),
      })
    })
    const draft_id = transform(prepared, ({ draft }) => draft.id)
    const quote = transform(prepared, (data) => data.quote)
    verifyChargedStep({ input, draft_id, quote })
    return new WorkflowResponse({ draft_id, quote })
  }
)

/** @throws DomainError `quote_stale` with the fresh quote and the difference (SALE-1) */
function assertFresh(quote_id: string | undefined, now: Quote): void {
  if (quote_id === undefined || quote_id === now.id) return
  throw new DomainError("quote_stale", "The price has changed since it was shown. Look at the new quote.", {
    quote: now,
    difference: quoteDifference(quote_id, now),
  })
}

/** SALE-4. @throws DomainError `terms_not_accepted` */
function assertTermsAccepted(accepted_version: number | undefined, { terms }: Pick<Quote, "terms">): void {
  if (!terms || accepted_version === terms.version) return
  throw new DomainError("terms_not_accepted", "Accept the current terms of this plan to buy it.", {
    field: "accepted_terms_version",
    terms: { version: terms.version, text: terms.text },
  })
}

function toPreparedSale(input: AddMembershipToCartInput, cart: CartFacts, quoted: QuotedSale): PreparedSale {
  const { quote, sale, facts } = quoted
  const { plan } = facts.sale_plan
  const { pricing } = facts
  const id = generateEntityId(undefined, "msdr")
  const price = (minor: number) => fromMinor(minor, quote.currency_code)
  const draft: CreateSaleDraftInput = {
    id,
    cart_id: cart.id,
    quote_id: quote.id,
    plan_id: plan.id,
    price_chart_id: quote.price_chart.id,
    currency_code: quote.currency_code,
    region_id: cart.region_id,
    location_id: facts.location_id,
    customer_id: cart.customer_id,
    starts_on: input.starts_on ?? null,
    seats: sale.chosen.seats.map(({ price_minor, ...seat }) => ({ ...seat, amount: price(price_minor) })),
    signup_fee: quote.signup_fee,
    lines: sale.lines.map(({ kind, row_position, quantity, unit_price_minor, tax_rate }) => ({
      kind,
      row_position,
      quantity,
      unit_price: price(unit_price_minor),
      tax_rate,
    })),
    accepted_terms: quote.terms && { id: quote.terms.id, by: cart.customer_id },
  }
  const items = sale.lines.map((line) => {
    const product_type_id = productTypeOf(line, pricing)
    return {
      variant_id: plan.variant_id,
      quantity: line.quantity,
      unit_price: price(line.unit_price_minor),
      is_tax_inclusive: pricing.is_tax_inclusive,
      title: plan.name,
      subtitle: line.label,
      ...(product_type_id ? { product_type_id } : {}),
      requires_shipping: false as const,
      metadata: { [DRAFT_KEY]: id, [LINE_KEY]: lineKey(line) },
    }
  })
  const tax_country = cart.shipping_address?.country_code ? null : pricing.country_code
  return { draft, items, tax_country, quote }
}
