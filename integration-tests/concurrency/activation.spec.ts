import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import activateOrder from "../../src/subscribers/activate-order"
import {
  addDraft,
  createCart,
  createPlanOnSale,
  orderLinesOf,
  orderWithoutEvent,
  type TestPlan,
} from "../support/sales"
import { createShop, type Shop } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const DELIVERIES = 5

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let plan: TestPlan

    beforeAll(async () => {
      shop = await createShop(api, getContainer())
      plan = await createPlanOnSale(api, getContainer(), shop, { name: "Friends", audience: "shared" }, [
        { label: "First", amount: 60, required: true },
        { label: "Further", amount: 40, unlimited: true },
      ])
    })

    /** The same `order.placed` delivered several times at once. @returns the memberships that came of it */
    async function deliverAtOnce() {
      const container = getContainer()
      const cart = await createCart(container, shop)
      const draft_id = await addDraft(container, cart, plan, { counts: [1, 3] })
      const id = await orderWithoutEvent(container, cart, await orderLinesOf(container, plan, draft_id))
      const event = { name: "order.placed", data: { id }, metadata: {} }
      const deliver = () => activateOrder({ event, container, pluginOptions: {} })
      await Promise.all(Array.from({ length: DELIVERIES }, deliver))
      return container.resolve("membership").listMemberships({ order_id: id }, { relations: ["seats"] })
    }

    it("SALE-6: five deliveries of one order at once make one membership with its seats", async () => {
      for (let round = 0; round < 3; round++) {
        const memberships = await deliverAtOnce()
        expect(memberships.map(({ seats }) => seats.length)).toEqual([4])
        const entries = await getContainer()
          .resolve("membership")
          .listMembershipAuditEntries({ membership_id: memberships[0]!.id, action: "activate-sale" })
        expect(entries).toHaveLength(1)
      }
    })

    // The last one: it takes the guard away.
    it("negative control: without the unique index the same deliveries make several", async () => {
      await getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(`drop index "IDX_membership_sale_draft_unique"`)
      expect((await deliverAtOnce()).length).toBeGreaterThan(1)
    })
  },
})
