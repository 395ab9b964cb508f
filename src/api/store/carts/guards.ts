import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DomainError } from "../../../domain/errors"
import { draftIdOf } from "../../../domain/selling/plain-sales"
import {
  DRAFT_KEY,
  findCart,
  LINE_KEY,
  type CartFacts,
  type CartLine,
} from "../../../workflows/selling/cart-facts"
import { checkSalesWorkflow } from "../../../workflows/selling/check-sales"
import type { OfferedPayment } from "../../../workflows/selling/renewal-methods"
import { assertPlainSale, type PlainLine } from "../../../workflows/selling/plain-sales"
import { removeMembershipFromCartWorkflow } from "../../../workflows/selling/remove-membership-from-cart"
import { actorOf, guard } from "../../http/handler"
import { answerCart } from "./answer"

/*
 * Guards on the platform's own cart routes: a shopper may change any line and start over with any region there, so
 * what would break a membership's price is refused at once, with a plain sentence, and everything is checked again
 * before money moves (SALE-2, SALE-3, SALE-5). They read the raw body: the platform validates it after them.
 */

type Body = Record<string, unknown>
type Guard = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => Promise<void>

const bodyOf = (req: MedusaRequest): Body => (req.body ?? {}) as Body

const locked = (line_item_id: string) =>
  new DomainError(
    "membership_line_locked",
    "The lines of a membership are changed together. Take the membership out of the cart and add it anew.",
    { line_item_id }
  )

function refuseOurMetadata(metadata: unknown): void {
  const keys = Object.keys(metadata ?? {})
  const ours = keys.find((key) => key === DRAFT_KEY || key === LINE_KEY)
  if (!ours) return
  throw new DomainError("membership_line_locked", `The metadata key ${ours} is the server's. Leave it out.`, {
    field: `metadata.${ours}`,
  })
}

const toPlainLine = (item: unknown): PlainLine => {
  const { variant_id, metadata } = (item ?? {}) as Body
  refuseOurMetadata(metadata)
  return { variant_id: typeof variant_id === "string" ? variant_id : null }
}

/** `POST /store/carts`: items of a new cart. */
const guardNewCart: Guard = async (req, _res, next) => {
  const { items, region_id, currency_code } = bodyOf(req)
  const lines = (Array.isArray(items) ? items : []).map(toPlainLine)
  if (lines.length) {
    const context = await newCartContext(req, region_id, currency_code)
    if (context) await assertPlainSale(req.scope, context, lines)
  }
  next()
}

/** null where the platform will refuse the cart itself. */
async function newCartContext(req: MedusaRequest, region_id: unknown, currency_code: unknown) {
  if (typeof region_id !== "string") {
    if (typeof currency_code !== "string") return null
    return { currency_code: currency_code.toLowerCase(), region_id: null, customer_id: null }
  }
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "region",
    fields: ["currency_code"],
    filters: { id: region_id },
  })
  const [region] = data as { currency_code: string }[]
  return region ? { currency_code: region.currency_code, region_id, customer_id: null } : null
}

/** `POST /store/carts/:id/line-items`: a plan's variant by itself only where nothing is left to choose. */
const guardNewLine: Guard = async (req, _res, next) => {
  const line = toPlainLine(bodyOf(req))
  const cart = line.variant_id ? await findCart(req.scope, req.params.id!) : null
  if (cart) await assertPlainSale(req.scope, cart, [line])
  next()
}

async function draftLine(
  req: MedusaRequest
): Promise<{ cart: CartFacts; line: CartLine; draft_id: string | null } | null> {
  const cart = await findCart(req.scope, req.params.id!)
  const line = cart?.items.find(({ id }) => id === req.params.line_id)
  return cart && line ? { cart, line, draft_id: draftIdOf(line) } : null
}

/** `POST /store/carts/:id/line-items/:line_id`: quantity 0 removes the whole membership, all else is refused. */
const guardChangedLine: Guard = async (req, res, next) => {
  const found = await draftLine(req)
  const { quantity, metadata } = bodyOf(req)
  if (!found?.draft_id) {
    refuseOurMetadata(metadata)
    next()
    return
  }
  if (quantity !== 0) throw locked(found.line.id)
  await removeWhole(req, found.cart.id, found.draft_id)
  res.status(200).json({ cart: await answerCart(req, found.cart.id) })
}

/** `DELETE /store/carts/:id/line-items/:line_id`: a membership leaves the cart with all its lines (SALE-2). */
const guardDeletedLine: Guard = async (req, res, next) => {
  const found = await draftLine(req)
  if (!found?.draft_id) {
    next()
    return
  }
  await removeWhole(req, found.cart.id, found.draft_id)
  const parent = await answerCart(req, found.cart.id)
  res.status(200).json({ id: found.line.id, object: "line-item", deleted: true, parent })
}

async function removeWhole(req: MedusaRequest, cart_id: string, draft_id: string): Promise<void> {
  await removeMembershipFromCartWorkflow(req.scope).run({ input: { cart_id, draft_id, actor: actorOf(req) } })
}

/** `POST /store/carts/:id`: memberships were quoted in the cart's region; another one has other prices and taxes. */
const guardChangedCart: Guard = async (req, _res, next) => {
  const { region_id } = bodyOf(req)
  const cart = region_id === undefined ? null : await findCart(req.scope, req.params.id!)
  if (cart && region_id !== cart.region_id && cart.items.some((line) => draftIdOf(line) !== null)) {
    throw new DomainError(
      "cart_has_memberships",
      "This cart holds a membership priced in its region. Take it out before you change the region.",
      { field: "region_id" }
    )
  }
  next()
}

/** `POST /store/carts/:id/complete`. */
const guardCompletion: Guard = async (req, _res, next) => {
  await checkSalesWorkflow(req.scope).run({ input: { cart_id: req.params.id! } })
  next()
}

/** `POST /store/payment-collections/:id/payment-sessions`: some providers take the money from here on. */
const guardPaymentSession: Guard = async (req, _res, next) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "cart_payment_collection",
    fields: ["cart_id"],
    filters: { payment_collection_id: req.params.id! },
  })
  const [link] = data as { cart_id: string }[]
  if (link) {
    const payment_session = offeredPayment(bodyOf(req))
    await checkSalesWorkflow(req.scope).run({ input: { cart_id: link.cart_id, payment_session } })
  }
  next()
}

const offeredPayment = ({ provider_id, data }: Body): OfferedPayment => ({
  provider_id: typeof provider_id === "string" ? provider_id : "",
  data: typeof data === "object" && data !== null ? (data as Body) : {},
})

const on = (method: "POST" | "DELETE", matcher: string, middleware: Guard): MiddlewareRoute => ({
  matcher,
  methods: [method],
  middlewares: [guard(middleware)],
})

export const cartGuards: MiddlewareRoute[] = [
  on("POST", "/store/carts", guardNewCart),
  on("POST", "/store/carts/:id", guardChangedCart),
  on("POST", "/store/carts/:id/line-items", guardNewLine),
  on("POST", "/store/carts/:id/line-items/:line_id", guardChangedLine),
  on("DELETE", "/store/carts/:id/line-items/:line_id", guardDeletedLine),
  on("POST", "/store/carts/:id/complete", guardCompletion),
  on("POST", "/store/payment-collections/:id/payment-sessions", guardPaymentSession),
]
