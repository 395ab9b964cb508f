import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { finalizedChart, createSellablePlan, row } from "../support/plans"
import { answerOf, createShop, type Customer, type Json, type Shop, signUp } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const ONE_SEAT = { seats: [{ classification_id: null, count: 1 }] }

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
    })

    /** A cart with the plan in it, ready to be completed. */
    async function readyCart(customer: Customer, plan: Json, email: string): Promise<string> {
      const { cart } = (await api.post("/store/carts", { region_id: shop.region.id, email }, customer)).data
      // Who races has the rounds before in orders that are not paid yet (BILL-11).
      const body = { plan_id: plan.id, ...ONE_SEAT, confirmed_notices: ["already_ordered"] }
      await api.post(`/store/carts/${cart.id}/memberships`, body, customer)
      const { payment_collection } = (
        await api.post("/store/payment-collections", { cart_id: cart.id }, customer)
      ).data
      const sessions = `/store/payment-collections/${payment_collection.id}/payment-sessions`
      await api.post(sessions, { provider_id: "pp_system_default" }, customer)
      return cart.id
    }
    const complete = (customer: Customer, cart_id: string) =>
      answerOf(api.post(`/store/carts/${cart_id}/complete`, {}, customer))
    const completeUnguarded = async (cart_id: string) => {
      const { errors } = await completeCartWorkflow(getContainer()).run({
        input: { id: cart_id },
        throwOnError: false,
      })
      return errors.length === 0
    }

    describe("quote against publish", () => {
      const until = async (cart_id: string): Promise<Json> => {
        const [draft] = await getContainer().resolve("membership").listMembershipSaleDrafts({ cart_id })
        for (let attempt = 0; attempt < 80; attempt++) {
          const [sold] = await getContainer()
            .resolve("membership")
            .listMemberships({ sale_draft_id: draft?.id }, { relations: ["issues"] })
          if (sold) return sold
          await new Promise((resolve) => setTimeout(resolve, 100))
        }
        return null
      }

      it("SALE-5, CHART-8: a sale racing a publish is either refused or sold at its quoted version, never at another", async () => {
        const customer = await signUp(api, shop.store, "race@example.test")
        const plan = await createSellablePlan(api, shop.admin, { name: "Raced" }, [row(50)])
        let published = (await api.get(`/admin/membership-plans/${plan.id}/price-charts`, shop.admin)).data
          .price_charts[0].id
        const outcomes: string[] = []
        for (let round = 0; round < 4; round++) {
          const next = await finalizedChart(api, shop.admin, plan.id, [row(60 + round)])
          const cart_id = await readyCart(customer, plan, "race@example.test")
          const [answer] = await Promise.all([
            complete(customer, cart_id),
            api.post(`/admin/price-charts/${next.id}/publish`, {}, shop.admin),
          ])
          if (answer.data.type === "order") {
            const sold = await until(cart_id)
            expect(sold).toMatchObject({ price_chart_id: published, issues: [] })
            outcomes.push("sold")
          } else {
            expect(answer.data.code).toBe("quote_stale")
            outcomes.push("refused")
          }
          published = next.id
        }
        expect(outcomes).toHaveLength(4)
      })

      it("SALE-5, negative control: without the check a stale sale completes, and activation holds it for staff", async () => {
        const customer = await signUp(api, shop.store, "stale@example.test")
        const plan = await createSellablePlan(api, shop.admin, { name: "Stale" }, [row(50)])
        const next = await finalizedChart(api, shop.admin, plan.id, [row(60)])
        const { cart } = (
          await api.post("/store/carts", { region_id: shop.region.id, email: "stale@example.test" }, customer)
        ).data
        await api.post(`/store/carts/${cart.id}/memberships`, { plan_id: plan.id, ...ONE_SEAT }, customer)
        await api.post(`/admin/price-charts/${next.id}/publish`, {}, shop.admin)
        const { payment_collection } = (
          await api.post("/store/payment-collections", { cart_id: cart.id }, customer)
        ).data
        const { createPaymentSessionsWorkflow } = await import("@medusajs/medusa/core-flows")
        await createPaymentSessionsWorkflow(getContainer()).run({
          input: { payment_collection_id: payment_collection.id, provider_id: "pp_system_default" },
        })
        expect(await completeUnguarded(cart.id)).toBe(true)
        const sold = await until(cart.id)
        expect(sold).toMatchObject({ status: "pending" })
        expect(sold?.issues.map((issue: Json) => issue.code)).toEqual(["quote_stale"])
      })
    })

    describe("an offer limited to one per household", () => {
      const offer = {
        name: "Two weeks to try",
        validity: { unit: "week", count: 2 },
        introductory_offer: {
          look_back_days: null,
          limit_per_customer: 1,
          limit_per_household: 1,
          converts_to_plan_id: null,
          conversion: "offer",
        },
      }

      /** Two customers of one household, each with the offer in a cart. */
      async function household(name: string): Promise<{ plan: Json; carts: [Customer, string][] }> {
        const plan = await createSellablePlan(api, shop.admin, { ...offer, name }, [row(20)])
        const carts: [Customer, string][] = []
        const members: string[] = []
        for (const who of ["ann", "bob"]) {
          const email = `${who}@${name.replaceAll(" ", "")}.test`
          const customer = await signUp(api, shop.store, email)
          const body = { first_name: who, customer_id: customer.customer.id }
          members.push((await api.post("/admin/members", body, shop.admin)).data.member.id)
          carts.push([customer, email])
        }
        await api.post("/admin/households", { name, guardian_ids: members }, shop.admin)
        return { plan, carts }
      }

      it("PLAN-8: of two sales at once exactly one goes through, the other is refused before money moves", async () => {
        for (const round of [1, 2, 3]) {
          const { plan, carts } = await household(`home ${round}`)
          const ready = await Promise.all(
            carts.map(async ([customer, email]) => {
              const { cart } = (
                await api.post("/store/carts", { region_id: shop.region.id, email }, customer)
              ).data
              await api.post(
                `/store/carts/${cart.id}/memberships`,
                { plan_id: plan.id, ...ONE_SEAT },
                customer
              )
              const { payment_collection } = (
                await api.post("/store/payment-collections", { cart_id: cart.id }, customer)
              ).data
              return { customer, payment_collection }
            })
          )
          const answers = await Promise.all(
            ready.map(({ customer, payment_collection }) =>
              answerOf(
                api.post(
                  `/store/payment-collections/${payment_collection.id}/payment-sessions`,
                  { provider_id: "pp_system_default" },
                  customer
                )
              )
            )
          )
          const codes = answers.map((answer) => (answer.status === 200 ? "paid" : answer.data.code)).sort()
          expect(codes).toEqual(["intro_already_used", "paid"])
        }
      })

      it("PLAN-8: the sale that holds the claim completes", async () => {
        const { plan, carts } = await household("home alone")
        const [customer, email] = carts[0]!
        const cart_id = await readyCart(customer, plan, email)
        expect((await complete(customer, cart_id)).data.type).toBe("order")
      })

      it("PLAN-8, negative control: without the claim both sales would complete", async () => {
        const { plan, carts } = await household("home unguarded")
        const { createPaymentSessionsWorkflow } = await import("@medusajs/medusa/core-flows")
        const completed = await Promise.all(
          carts.map(async ([customer, email]) => {
            const { cart } = (await api.post("/store/carts", { region_id: shop.region.id, email }, customer))
              .data
            await api.post(`/store/carts/${cart.id}/memberships`, { plan_id: plan.id, ...ONE_SEAT }, customer)
            const { payment_collection } = (
              await api.post("/store/payment-collections", { cart_id: cart.id }, customer)
            ).data
            await createPaymentSessionsWorkflow(getContainer()).run({
              input: { payment_collection_id: payment_collection.id, provider_id: "pp_system_default" },
            })
            return completeUnguarded(cart.id)
          })
        )
        expect(completed).toEqual([true, true])
      })
    })
  },
})
