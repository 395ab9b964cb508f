import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { execFile } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import os from "node:os"
import path from "node:path"
import { promisify } from "node:util"
import seed from "../../src/scripts/seed"
import type { Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const COUNTED = [
  ...["product", "product_variant", "product_type", "inventory_level", "shipping_option", "stock_location"],
  ...["region", "tax_region", "tax_rate", "api_key", "sales_channel", "price", "user", "customer"],
  ...["membership_plan", "membership_price_chart", "membership_chart_row", "membership_location"],
  ...["membership_classification", "membership_member", "membership_household", "membership_audit_entry"],
]

/** The demo studio and `npm run demo` itself, a process of its own, as whoever tries the product out meets them. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "demo-studio-"))
    const card = path.join(folder, "studio.json")
    afterAll(() => rmSync(folder, { recursive: true }))
    beforeAll(async () => {
      process.env.STUDIO_FILE = card
      await seed({ container: getContainer() })
    })

    async function runDemo(): Promise<{ printed: string; bought: Json }> {
      const result = path.join(folder, "bought.json")
      const script = path.resolve("scripts/demo.mjs")
      const env = {
        ...process.env,
        NODE_OPTIONS: "",
        STUDIO_FILE: card,
        STUDIO_URL: api.defaults.baseURL as string,
      }
      const { stdout } = await promisify(execFile)(process.execPath, [script, "--result", result], { env })
      return { printed: stdout, bought: JSON.parse(readFileSync(result, "utf8")) }
    }

    async function counts(): Promise<Json> {
      const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const entries = COUNTED.map(async (table) => [table, (await database(table).count())[0]?.count])
      return Object.fromEntries(await Promise.all(entries))
    }

    const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

    it("SALE-1, SALE-2, SALE-7, CHART-12: a family and a T-shirt are quoted, bought in one cart, and active when paid", async () => {
      const { printed, bought } = await runDemo()
      const { quote, order, pending, active } = bought

      // The cheapest legal way: the child of 12 fills the required row, the one of 6 sits for free.
      expect(quote.seats.map(({ label, amount, required }: Json) => [label, amount, required])).toEqual([
        ["First adult", 59, true],
        ["Second adult", 49, true],
        ["First child", 25, true],
        ["Child aged 5 to 8", 0, false],
      ])
      expect(quote.signup_fee).toBe(29)
      expect(quote.total).toBe(59 + 49 + 25 + 0 + 29)
      expect(quote.is_tax_inclusive).toBe(true)
      expect(quote.schedule[0].total).toBe(59 + 49 + 25)

      const shirt = order.items.find(({ product_handle }: Json) => product_handle === "studio-t-shirt")
      const membershipLines = order.items.filter((item: Json) => item !== shirt)
      const priced = membershipLines.map(({ quantity, unit_price }: Json) => [quantity, unit_price])
      expect(priced.sort(([, a]: number[], [, b]: number[]) => b! - a!)).toEqual([
        [1, 59],
        [1, 49],
        [1, 29],
        [1, 25],
        [1, 0],
      ])
      expect(shirt).toMatchObject({ quantity: 1, unit_price: 25, requires_shipping: true })
      expect(membershipLines.every((line: Json) => !line.requires_shipping)).toBe(true)
      expect(order.shipping_methods.map(({ name, total }: Json) => [name, total])).toEqual([
        ["Standard shipping", 4.9],
      ])
      expect(order.total).toBe(sum([quote.total, 25, 4.9]))
      for (const { tax_lines } of order.items) expect(tax_lines).toMatchObject([{ rate: 19 }])
      expect(sum(membershipLines.map((line: Json) => line.tax_total))).toBeCloseTo(quote.tax_total, 2)

      expect(pending).toMatchObject({ status: "pending", plan: { handle: "family" }, signup_fee: 29 })
      expect(pending.seats.map(({ label, amount }: Json) => [label, amount])).toEqual(
        quote.seats.map(({ label, amount }: Json) => [label, amount])
      )
      expect(pending.accepted_terms).toMatchObject([{ terms: { version: 1 } }])
      expect(active).toMatchObject({ id: pending.id, status: "active" })
      expect(printed).toMatch(/Family: pending[^]*Family: active/)
    })

    it("SALE-3: the demo studio's credit pack goes into a cart by the platform's own add-to-cart, for its chart's price", async () => {
      const { publishable_key, region_id } = JSON.parse(readFileSync(card, "utf8"))
      const store = { headers: { "x-publishable-api-key": publishable_key } }
      const { membership_plan } = (
        await api.get(`/store/membership-plans/ten-classes?region_id=${region_id}`, store)
      ).data
      const { cart } = (await api.post("/store/carts", { region_id }, store)).data
      const line = { variant_id: membership_plan.variant_id, quantity: 1 }
      const added = (await api.post(`/store/carts/${cart.id}/line-items`, line, store)).data.cart
      expect(added.items).toMatchObject([{ unit_price: 149, requires_shipping: false }])
    })

    it("PLAN-2, CHART-1: every plan of the demo studio is on sale in both currencies; three are variants of one product", async () => {
      const { publishable_key, region_id, us_region_id } = JSON.parse(readFileSync(card, "utf8"))
      const store = { headers: { "x-publishable-api-key": publishable_key } }
      const plansIn = async (region: string) =>
        (await api.get(`/store/membership-plans?region_id=${region}`, store)).data.membership_plans
      const [german, american] = [await plansIn(region_id), await plansIn(us_region_id)]
      const handles = (plans: Json[]) => plans.map(({ handle }) => handle)
      expect(handles(german)).toHaveLength(11)
      expect(handles(american)).toEqual(handles(german))
      const unlimited = german.filter(({ handle }: Json) => handle.startsWith("unlimited-"))
      expect(new Set(unlimited.map(({ product_id }: Json) => product_id)).size).toBe(1)
      expect(new Set(unlimited.map(({ variant_id }: Json) => variant_id)).size).toBe(3)
    })

    it("a second seed changes nothing but the password", async () => {
      const before = await counts()
      await seed({ container: getContainer() })
      expect(await counts()).toEqual(before)
    })
  },
})
