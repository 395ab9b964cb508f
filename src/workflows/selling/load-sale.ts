import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DomainError } from "../../domain/errors"
import { saleLocation } from "../../domain/plans/sale-location"
import type { SalePerson } from "../../domain/selling/choose-seats"
import type { CalendarDate, Instant, TimeZone } from "../../domain/time/types"
import { localDate } from "../../domain/time/calendar"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { Addition, SalePlan } from "../../modules/membership/types"
import type { PricingContext } from "./price-lines"
import { ensureTaxClasses } from "./tax-classes"
import { isTaxInclusive } from "./tax-preference"
import type { QuoteSaleInput, RequestedPerson, SaleContext } from "./types"

/** Everything that a quote is decided from. */
export interface SaleFacts {
  /** Of an addition with the membership's own version in place of the published one (CHART-8). */
  readonly sale_plan: SalePlan
  /** null sells a new membership. */
  readonly addition: Addition | null
  readonly pricing: PricingContext
  readonly people: readonly SalePerson[] | null
  readonly location_id: string | null
  readonly zone: TimeZone
  readonly now: Instant
  readonly today: CalendarDate
  /** null has none (BILL-7). */
  readonly common_billing_day: number | null
}

/** @throws DomainError `not_found`, or a refusal about region, currency or members */
export async function loadSale(container: MedusaContainer, input: QuoteSaleInput): Promise<SaleFacts> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const now = await membership.now()
  const addition = await loadAddition(container, input)
  const sale_plan = await loadSalePlan(container, input, addition)
  const location_id = addition
    ? addition.location_id
    : saleLocation(sale_plan.plan.locations.sold_at, input.location_id ?? null)
  const zone = addition?.time_zone ?? (await membership.zoneOf(location_id))
  const today = localDate(now, zone)
  const { common_billing_day } = await membership.readBillingSettings()
  const [pricing, people] = await Promise.all([
    loadPricing(container, sale_plan, { ...input, ...regionOf(input, addition), location_id }),
    "people" in input.wish ? loadPeople(container, input.wish.people, input) : null,
  ])
  if (addition && addition.currency_code !== pricing.currency_code)
    throw new DomainError(
      "currency_not_priced",
      `This membership is paid in ${addition.currency_code.toUpperCase()}. Choose a region with that currency.`,
      { field: "region_id", currency_code: addition.currency_code }
    )
  return { sale_plan, addition, pricing, people, location_id, zone, now, today, common_billing_day }
}

/** A membership is priced where it was sold, unless a cart says otherwise. */
function regionOf({ region_id, currency_code }: QuoteSaleInput, addition: Addition | null) {
  if (!addition || region_id || currency_code) return {}
  return addition.region_id ? { region_id: addition.region_id } : { currency_code: addition.currency_code }
}

async function loadAddition(
  container: MedusaContainer,
  { subject, sale_draft_ids }: QuoteSaleInput
): Promise<Addition | null> {
  if (!("addition" in subject)) return null
  return container.resolve(MEMBERSHIP_MODULE).loadAddition({ ...subject.addition, sale_draft_ids })
}

/** The terms of a membership were accepted at its sale; a seat added later accepts none anew. */
async function loadSalePlan(
  container: MedusaContainer,
  { subject }: QuoteSaleInput,
  addition: Addition | null
): Promise<SalePlan> {
  const id_or_handle = "plan" in subject ? subject.plan : addition!.plan_id
  const sale_plan = await container.resolve(MEMBERSHIP_MODULE).loadSalePlan({ id_or_handle })
  if (!addition) return sale_plan
  const { chart: published_chart, classifications } = addition
  return { ...sale_plan, published_chart, classifications, current_terms: null }
}

interface Region {
  id: string
  currency_code: string
  automatic_taxes: boolean
  countries: { iso_2: string }[]
}

async function loadPricing(
  container: MedusaContainer,
  { plan, published_chart }: SalePlan,
  context: SaleContext
): Promise<PricingContext> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const region = await findRegion(container, context)
  const currency_code = region.currency_code
  const [products, customers, is_tax_inclusive, country_code, tax_classes] = await Promise.all([
    query.graph({
      entity: "product",
      fields: ["id", "type_id", "discountable"],
      filters: { id: plan.product_id },
    }),
    context.customer_id
      ? query.graph({
          entity: "customer",
          fields: ["id", "email", "groups.id"],
          filters: { id: context.customer_id },
        })
      : { data: [] },
    isTaxInclusive(container, currency_code, region),
    taxCountry(container, context, region),
    ensureTaxClasses(container, published_chart?.rows.flatMap((row) => row.tax_rate ?? []) ?? []),
  ])
  const [product] = products.data as PricingContext["product"][]
  if (!product) throw new DomainError("plan_not_sellable", "The product that this plan is sold as is gone.")
  return {
    currency_code,
    region,
    country_code,
    customer: ((customers.data as unknown[])[0] as PricingContext["customer"] | undefined) ?? null,
    sales_channel_id: context.sales_channel_id ?? null,
    promo_codes: context.promo_codes ?? [],
    is_tax_inclusive,
    product,
    tax_classes,
  }
}

/** The region asked for, or the only one with the currency asked for. */
async function findRegion(container: MedusaContainer, context: SaleContext): Promise<Region> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { region_id, currency_code } = context
  if (!region_id && !currency_code) {
    throw new DomainError("currency_not_priced", "Pass region_id or currency_code.", { field: "region_id" })
  }
  const { data } = await query.graph({
    entity: "region",
    fields: ["id", "currency_code", "automatic_taxes", "countries.iso_2"],
    filters: region_id ? { id: region_id } : { currency_code: currency_code?.toLowerCase() },
  })
  const [region, another] = data as Region[]
  if (!region) {
    const field = region_id ? "region_id" : "currency_code"
    throw new DomainError("currency_not_priced", `There is no region with this ${field}.`, { field })
  }
  if (another) {
    throw new DomainError("currency_not_priced", "Several regions use this currency. Pass region_id.", {
      field: "region_id",
    })
  }
  if (currency_code && currency_code.toLowerCase() !== region.currency_code) {
    throw new DomainError(
      "currency_not_priced",
      "The region uses another currency. Leave currency_code out.",
      {
        field: "currency_code",
      }
    )
  }
  return region
}

async function taxCountry(
  container: MedusaContainer,
  { country_code, location_id }: SaleContext,
  region: Region
): Promise<string | null> {
  if (country_code) return country_code.toLowerCase()
  const [only, another] = region.countries
  if (only && !another) return only.iso_2
  if (!location_id) return null
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "stock_location",
    fields: ["address.country_code"],
    filters: { id: location_id },
  })
  const country = (data as { address?: { country_code?: string } }[])[0]?.address?.country_code?.toLowerCase()
  return country && region.countries.some(({ iso_2 }) => iso_2 === country) ? country : null
}

/** Members by id, in the order asked for; a customer may seat only their own household (PEOPLE-6). */
async function loadPeople(
  container: MedusaContainer,
  requested: readonly RequestedPerson[],
  { customer_id, by_staff }: QuoteSaleInput
): Promise<SalePerson[]> {
  const ids = requested.flatMap((person) => ("member_id" in person ? [person.member_id] : []))
  const visible_to = by_staff ? "staff" : customer_id
  const members = ids.length
    ? await container.resolve(MEMBERSHIP_MODULE).loadSalePeople({ ids, visible_to })
    : new Map<string, SalePerson>()
  return requested.map((person) => {
    if (!("member_id" in person)) {
      return {
        date_of_birth: person.date_of_birth,
        proofs: person.proofs ?? [],
        member_id: null,
        household_id: null,
      }
    }
    const member = members.get(person.member_id)
    if (!member) {
      const id = person.member_id
      throw new DomainError("not_found", `There is no member with the id ${id}.`, {
        field: "people",
        member_id: id,
      })
    }
    return member
  })
}
