import type { Api, Headers, Json } from "./shop"

const PLANS = "/admin/membership-plans"

export async function createPlan(api: Api, admin: Headers, body: Json = {}): Promise<Json> {
  const plan = { name: "Unlimited", kind: "membership", audience: "individual", ...body }
  return (await api.post(PLANS, plan, admin)).data.membership_plan
}

/** Rows that have a price in euros, and one in dollars beside it when two are given. */
export const row = (eur: number, rest: Json = {}): Json => ({
  label: `At ${eur}`,
  prices: [{ currency_code: "eur", amount: eur }],
  ...rest,
})

/** A new version with the rows, finalized. */
export async function finalizedChart(api: Api, admin: Headers, plan_id: string, rows: Json[]): Promise<Json> {
  const { price_chart } = (await api.post(`${PLANS}/${plan_id}/price-charts`, {}, admin)).data
  await api.post(`/admin/price-charts/${price_chart.id}`, { rows }, admin)
  return (await api.post(`/admin/price-charts/${price_chart.id}/finalize`, {}, admin)).data.price_chart
}

export async function publishedChart(api: Api, admin: Headers, plan_id: string, rows: Json[]): Promise<Json> {
  const { id } = await finalizedChart(api, admin, plan_id, rows)
  return (await api.post(`/admin/price-charts/${id}/publish`, {}, admin)).data.price_chart
}

/** A plan that can be bought: active, with these rows published. */
export async function createSellablePlan(api: Api, admin: Headers, body: Json, rows: Json[]): Promise<Json> {
  const plan = await createPlan(api, admin, { status: "active", currency_codes: ["eur"], ...body })
  await publishedChart(api, admin, plan.id, rows)
  return plan
}
