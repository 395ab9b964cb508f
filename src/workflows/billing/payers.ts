import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** An address as the platform keeps it, without whose row it is. */
export interface PayerAddress {
  readonly first_name: string | null
  readonly last_name: string | null
  readonly company: string | null
  readonly address_1: string | null
  readonly address_2: string | null
  readonly city: string | null
  readonly province: string | null
  readonly postal_code: string | null
  readonly country_code: string | null
  readonly phone: string | null
}

/** Who pays a charge, as far as the platform knows them. */
export interface Payer {
  readonly email: string | null
  /** By which they are taxed (MONEY-3); null where they have left none. */
  readonly address: PayerAddress | null
  /** Where the membership was sold. */
  readonly sales_channel_id: string | null
}

interface Paid {
  readonly id: string
  /** null is a purchaser without an account. */
  readonly payer_customer_id: string | null
  /** The order which sold the membership, which counts where the payer has left no address. */
  readonly sale_order_id: string | null
}

interface Customer {
  readonly id: string
  readonly email: string | null
  readonly addresses: readonly (PayerAddress & {
    readonly is_default_billing: boolean
    readonly is_default_shipping: boolean
  })[]
}

interface Sale {
  readonly id: string
  readonly email: string | null
  readonly sales_channel_id: string | null
  readonly shipping_address: PayerAddress | null
  readonly billing_address: PayerAddress | null
}

const ADDRESS = [
  ...["first_name", "last_name", "company", "address_1", "address_2"],
  ...["city", "province", "postal_code", "country_code", "phone"],
] as const

const addressFields = (relation: string) => ADDRESS.map((field) => `${relation}.${field}`)

/** The payers of charges, by the charge's id, in two questions however many there are. */
export async function loadPayers(
  container: MedusaContainer,
  charges: readonly Paid[]
): Promise<Map<string, Payer>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const idsOf = (pick: (charge: Paid) => string | null) => [
    ...new Set(charges.flatMap((charge) => pick(charge) ?? [])),
  ]
  const [customers, sales] = await Promise.all([
    query.graph({
      entity: "customer",
      fields: [
        ...["id", "email", "addresses.is_default_billing", "addresses.is_default_shipping"],
        ...addressFields("addresses"),
      ],
      filters: { id: idsOf(({ payer_customer_id }) => payer_customer_id) },
    }),
    query.graph({
      entity: "order",
      fields: [
        ...["id", "email", "sales_channel_id"],
        ...addressFields("shipping_address"),
        ...addressFields("billing_address"),
      ],
      filters: { id: idsOf(({ sale_order_id }) => sale_order_id) },
    }),
  ])
  const customersById = new Map((customers.data as Customer[]).map((each) => [each.id, each]))
  const salesById = new Map((sales.data as unknown as Sale[]).map((each) => [each.id, each]))
  return new Map(
    charges.map(({ id, payer_customer_id, sale_order_id }) => {
      const customer = customersById.get(payer_customer_id ?? "")
      const sale = salesById.get(sale_order_id ?? "")
      return [id, payerOf(customer, sale)]
    })
  )
}

function payerOf(customer: Customer | undefined, sale: Sale | undefined): Payer {
  const addresses = customer?.addresses ?? []
  const address =
    addresses.find(({ is_default_billing }) => is_default_billing) ??
    addresses.find(({ is_default_shipping }) => is_default_shipping) ??
    sale?.shipping_address ??
    sale?.billing_address
  return {
    email: customer?.email ?? sale?.email ?? null,
    address: address ? plain(address) : null,
    sales_channel_id: sale?.sales_channel_id ?? null,
  }
}

const plain = (address: PayerAddress): PayerAddress =>
  Object.fromEntries(ADDRESS.map((field) => [field, address[field] ?? null])) as unknown as PayerAddress
