/** What is used of the client that Stripe's official provider keeps. It is not part of its interface: see ADR 0007. */
interface StripeClient {
  readonly paymentIntents: {
    list: (asked: {
      readonly customer: string
      readonly limit: number
      readonly starting_after?: string
    }) => Promise<{
      readonly data: readonly Intent[]
      readonly has_more: boolean
    }>
  }
}

interface Intent {
  readonly id: string
  readonly metadata: Readonly<Record<string, string>> | null
}

interface Asked {
  readonly idempotency_key: string
  readonly account_holder: { readonly data: Readonly<Record<string, unknown>> }
}

const PAGE = 100
/** More payments than one person makes in a lifetime. */
const PAGES = 20

/**
 * The payment that was made for a key, by what Stripe keeps with it (BILL-4): its provider has no way to ask for one.
 * Stripe's search would lag behind what has just happened; the list of a customer's payments does not.
 * @returns null where Stripe has none; `cannot_be_asked` where the provider is not Stripe's, or nobody knows for whom
 * @throws what Stripe's client throws
 */
export async function findStripePayment(
  provider: object,
  { idempotency_key, account_holder }: Asked
): Promise<{ readonly id: string } | null | "cannot_be_asked"> {
  const client = clientOf(provider)
  const customer = account_holder.data.id
  if (!client || typeof customer !== "string" || customer === "") return "cannot_be_asked"
  let after: { readonly starting_after?: string } = {}
  for (let page = 0; page < PAGES; page++) {
    const { data, has_more } = await client.paymentIntents.list({ customer, limit: PAGE, ...after })
    const found = data.find(({ metadata }) => metadata?.idempotency_key === idempotency_key)
    if (found) return { id: found.id }
    const last = data.at(-1)
    if (!has_more || !last) return null
    after = { starting_after: last.id }
  }
  throw new Error("This customer has too many payments at Stripe to look through.")
}

function clientOf(provider: object): StripeClient | null {
  const { stripe_: client } = provider as { readonly stripe_?: Partial<StripeClient> }
  return typeof client?.paymentIntents?.list === "function" ? (client as StripeClient) : null
}
