import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { activateOrderWorkflow } from "../../src/workflows/selling/activate-order"
import { healSalesWorkflow } from "../../src/workflows/selling/heal-sales"
import {
  addDraft,
  addLines,
  completeByWebhook,
  createCart,
  createPlanOnSale,
  eventually,
  orderLinesOf,
  orderWithoutEvent,
  type TestPlan,
} from "../support/sales"
import { createShop, type Json, type Shop } from "../support/shop"
import { studioTests } from "../support/studio-tests"

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let pack: TestPlan
    let friends: TestPlan

    beforeAll(async () => {
      shop = await createShop(api, getContainer())
      pack = await createPlanOnSale(api, getContainer(), shop, { name: "Ten visits", kind: "credit_pack" })
      friends = await createPlanOnSale(api, getContainer(), shop, { name: "Friends", audience: "shared" }, [
        { label: "Seat", amount: 60, unlimited: true },
      ])
    })

    const sql = (statement: string) =>
      getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(statement)
    const membership = () => getContainer().resolve("membership")
    const heal = async (settled_after_seconds = 0) =>
      (await healSalesWorkflow(getContainer()).run({ input: { settled_after_seconds } })).result
    const statuses = async (order_id: string) =>
      (await membership().listMemberships({ order_id })).map(({ status }) => status)
    const packLine = (quantity = 1) => ({
      title: "Pack",
      variant_id: pack.variant_id,
      quantity,
      unit_price: 100,
    })

    /** A family sale and two packs in one order that no event told of: the process died right after the order. */
    async function lostOrder(): Promise<string> {
      const container = getContainer()
      const cart = await createCart(container, shop)
      const draft_id = await addDraft(container, cart, friends, { counts: [2] })
      const lines = await orderLinesOf(container, friends, draft_id)
      const shirt = { title: "T-shirt", variant_id: shop.shirt.variants[0].id, quantity: 1, unit_price: 25 }
      return orderWithoutEvent(container, cart, [...lines, packLine(2), shirt])
    }

    // First of all: the platform remembers for as long as it runs which channels it has.
    it("SALE-6: a studio without an admin feed sells all the same", async () => {
      const cart = await createCart(getContainer(), shop)
      const order_id = await orderWithoutEvent(getContainer(), cart, [{ ...packLine(), unit_price: 1 }])
      await sql(`update notification_provider set channels = array['sms']`)
      await activateOrderWorkflow(getContainer()).run({ input: { order_id } })
      expect(await statuses(order_id)).toEqual(["pending"])
      expect(await membership().listMembershipSaleIssues({ order_id })).toMatchObject([
        { code: "quote_stale" },
      ])
      const notices = await getContainer().resolve(Modules.NOTIFICATION).listNotifications({})
      expect(notices.map(({ status }) => status)).toEqual(["failure"])
    })

    it("SALE-6: an order whose event never came is healed by the sweep, once", async () => {
      const order_id = await lostOrder()
      expect(await statuses(order_id)).toEqual([])
      expect((await heal()).healed).toMatchObject({ activated_orders: 1 })
      expect(await statuses(order_id)).toEqual(["pending", "pending", "pending"])
      expect((await heal()).healed).toMatchObject({ activated_orders: 0 })
      expect(await statuses(order_id)).toHaveLength(3)
    })

    it("SALE-6: an order so young that its completion may still fail is left alone", async () => {
      const order_id = await lostOrder()
      expect((await heal(150)).healed).toMatchObject({ activated_orders: 0 })
      expect(await statuses(order_id)).toEqual([])
    })

    it("SALE-6: a process that dies between two sales of one order leaves the rest to the sweep", async () => {
      const order_id = await lostOrder()
      await sql(`create function kill() returns trigger language plpgsql as $$
        begin if (select count(*) from membership) >= 2 then raise 'killed'; end if; return new; end $$`)
      await sql(`create trigger kill before insert on membership for each row execute function kill()`)
      const run = activateOrderWorkflow(getContainer()).run({ input: { order_id } })
      await expect(run).rejects.toMatchObject({ message: expect.stringContaining("killed") })
      expect(await statuses(order_id)).toHaveLength(2)
      await sql(`drop trigger kill on membership`)
      await heal()
      expect(await statuses(order_id)).toHaveLength(3)
    })

    it("SALE-6: several sweeps and a late event at once make no more than there is", async () => {
      const order_id = await lostOrder()
      const late = () => activateOrderWorkflow(getContainer()).run({ input: { order_id } })
      await Promise.all([heal(), late(), heal(), late(), heal()])
      expect(await statuses(order_id)).toHaveLength(3)
    })

    it("SALE-3: what the sweep cannot sell it reports once, and does not look at again", async () => {
      const cart = await createCart(getContainer(), shop)
      const line = { title: "Friends", variant_id: friends.variant_id, quantity: 1, unit_price: 60 }
      const order_id = await orderWithoutEvent(getContainer(), cart, [line])
      expect((await heal()).healed).toMatchObject({ activated_orders: 1 })
      expect((await heal()).healed).toMatchObject({ activated_orders: 0 })
      const issues = await membership().listMembershipSaleIssues({ order_id })
      expect(issues.map(({ code }) => code)).toEqual(["needs_choices"])
    })

    async function boughtPack(): Promise<string> {
      const cart = await createCart(getContainer(), shop)
      await addLines(getContainer(), cart.id, [{ variant_id: pack.variant_id, quantity: 1 }])
      const order_id = await completeByWebhook(getContainer(), cart.id)
      await eventually(async () => expect(await statuses(order_id)).toEqual(["pending"]))
      return order_id
    }

    it("SALE-7: money whose event was lost is seen by the sweep", async () => {
      const order_id = await boughtPack()
      const query = getContainer().resolve(ContainerRegistrationKeys.QUERY)
      const { data } = await query.graph({
        entity: "order",
        fields: ["payment_collections.payments.id"],
        filters: { id: order_id },
      })
      const payment_id = (data as Json)[0].payment_collections[0].payments[0].id
      await getContainer().resolve(Modules.PAYMENT).capturePayment({ payment_id })
      await heal()
      expect(await statuses(order_id)).toEqual(["active"])
    })

    it("SALE-8: a cancellation whose event was lost is seen by the sweep, also for an active membership", async () => {
      const order_id = await boughtPack()
      await membership().settleOrder({ order_id, payment: { paid: true, canceled: false } })
      expect(await statuses(order_id)).toEqual(["active"])
      await getContainer().resolve(Modules.ORDER).cancel(order_id)
      await heal()
      expect(await statuses(order_id)).toEqual(["void"])
    })
  },
})
