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
  const [customers, sales] = await Promise.all([
    loadCustomers(container, charges),
    loadSales(container, charges),
  ])
  return new Map(
    charges.map(({ id, payer_customer_id, sale_order_id }) => {
      const customer = customers.get(payer_customer_id ?? "")
      const sale = sales.get(sale_order_id ?? "")
      const address = addressOf(customer) ?? saleAddressOf(sale)
      const email = customer?.email ?? sale?.email ?? null
      return [id, { email, address, sales_channel_id: sale?.sales_channel_id ?? null }]
    })
  )
}

/** By which charges are taxed, by their ids: sales are looked at only where a payer has left no address. */
export async function loadAddresses(
  container: MedusaContainer,
  charges: readonly Paid[]
): Promise<Map<string, PayerAddress | null>> {
  const customers = await loadCustomers(container, charges)
  const own = ({ payer_customer_id }: Paid) => addressOf(customers.get(payer_customer_id ?? ""))
  const sales = await loadSales(
    container,
    charges.filter((charge) => own(charge) === null)
  )
  return new Map(
    charges.map((charge) => [charge.id, own(charge) ?? saleAddressOf(sales.get(charge.sale_order_id ?? ""))])
  )
}

async function loadCustomers(
  container: MedusaContainer,
  charges: readonly Paid[]
): Promise<Map<string, Customer>> {
  const fields = [
    ...["id", "email", "addresses.is_default_billing", "addresses.is_default_shipping"],
    ...addressFields("addresses"),
  ]
  const ids = charges.map(({ payer_customer_id }) => payer_customer_id)
  return byId<Customer>(container, { entity: "customer", fields, ids })
}

async function loadSales(container: MedusaContainer, charges: readonly Paid[]): Promise<Map<string, Sale>> {
  const fields = [
    ...["id", "email", "sales_channel_id"],
    ...addressFields("shipping_address"),
    ...addressFields("billing_address"),
  ]
  const ids = charges.map(({ sale_order_id }) => sale_order_id)
  return byId<Sale>(container, { entity: "order", fields, ids })
}

async function byId<Row extends { readonly id: string }>(
  container: MedusaContainer,
  { entity, fields, ids }: { entity: string; fields: string[]; ids: readonly (string | null)[] }
): Promise<Map<string, Row>> {
  const id = [...new Set(ids.flatMap((each) => each ?? []))]
  if (id.length === 0) return new Map()
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields, filters: { id } })
  return new Map((data as unknown as Row[]).map((each) => [each.id, each]))
}

function addressOf(customer: Customer | undefined): PayerAddress | null {
  const addresses = customer?.addresses ?? []
  const address =
    addresses.find(({ is_default_billing }) => is_default_billing) ??
    addresses.find(({ is_default_shipping }) => is_default_shipping)
  return address ? plain(address) : null
}

function saleAddressOf(sale: Sale | undefined): PayerAddress | null {
  const address = sale?.shipping_address ?? sale?.billing_address
  return address ? plain(address) : null
}

const plain = (address: PayerAddress): PayerAddress =>
  Object.fromEntries(ADDRESS.map((field) => [field, address[field] ?? null])) as unknown as PayerAddress
