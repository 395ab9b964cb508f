import { Modules } from "@medusajs/framework/utils"
import settleCredits from "../../src/jobs/settle-credits"
import verifyCreditLedger from "../../src/jobs/verify-credit-ledger"
import verifyLedger from "../../src/scripts/verify-ledger"
import {
  addDraft,
  completeByWebhook,
  createCart,
  createPlanOnSale,
  eventually,
  type TestPlan,
} from "../support/sales"
import { createShop, type Json, type Shop } from "../support/shop"
import { studioTests } from "../support/studio-tests"

studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let plan: TestPlan
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
      await clock("2027-03-10T12:00:00Z")
      plan = await createPlanOnSale(api, getContainer(), shop, {
        ...{ name: "Ten classes", kind: "credit_pack" },
        entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
      })
    })

    const clock = (now: string) => api.post("/admin/studio-clock", { now, run: false }, shop.admin)
    const module = () => getContainer().resolve("membership")
    const credits = async (membership_id: string) =>
      (await module().readCredits({ membership_id, limit: 50, offset: 0 })).grants
    const bought = async (): Promise<Json> => {
      const cart = await createCart(getContainer(), shop)
      await addDraft(getContainer(), cart, plan, { counts: [1], signup_fee: 20 })
      const order_id = await completeByWebhook(getContainer(), cart.id)
      return eventually(async () => {
        const { memberships } = (await api.get(`/admin/memberships?order_id=${order_id}`, shop.admin)).data
        if (!memberships.length) throw new Error("no membership yet")
        return memberships[0]
      })
    }

    it("SALE-7, CREDIT-10: credits come with the recorded payment, worth what was paid before tax, without the fee", async () => {
      const { id } = await bought()
      expect(await credits(id)).toMatchObject([{ available: 0, credits: 10, granted_at: null }])
      await api.post(`/admin/memberships/${id}/record-payment`, {}, shop.admin)
      expect(await credits(id)).toMatchObject([{ available: 10, available_value_minor: 10_000 }])
    })

    it("CREDIT-5: the job writes the expiry; the list says so", async () => {
      const { id } = await bought()
      await api.post(`/admin/memberships/${id}/record-payment`, {}, shop.admin)
      await clock("2027-06-01T12:00:00Z")
      await Promise.all([settleCredits(getContainer()), settleCredits(getContainer())])
      const entries = await module().listMembershipCreditEntries({ membership_id: id })
      expect(entries.map(({ kind }) => kind).sort()).toEqual(["expire", "grant"])
    })

    it("CREDIT-1: drift is told in the feed once, changes nothing, and ends the check with an error", async () => {
      const { id } = await bought()
      await api.post(`/admin/memberships/${id}/record-payment`, {}, shop.admin)
      await verifyLedger({ container: getContainer() })
      const [grant] = await credits(id)
      await module().updateMembershipCreditGrants({ id: grant!.id, available: 11 })
      await verifyCreditLedger(getContainer())
      await verifyCreditLedger(getContainer())
      const notices = await getContainer()
        .resolve(Modules.NOTIFICATION)
        .listNotifications({ resource_type: "membership_credit_grant" })
      expect(notices).toMatchObject([{ resource_id: grant!.id, trigger_type: "membership.ledger_drift" }])
      const { data: metrics } = await api.get("/admin/membership-metrics", shop.admin)
      expect(metrics).toMatch(/^membership_ledger_drift 1$/m)
      expect(metrics).toMatch(/^membership_ledger_check_age_seconds \d/m)
      await expect(verifyLedger({ container: getContainer() })).rejects.toThrow(/does not add up/)
      expect(await credits(id)).toMatchObject([{ available: 11 }])
    })
  },
})
