import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import fc from "fast-check"
import { setTimeout as sleep } from "node:timers/promises"
import { DomainError } from "../../src/domain/errors"
import type { SeatVerb } from "../../src/domain/seats/decide"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { idsOf } from "../../src/workflows/billing/order-of-charge"
import { taxAll, workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { reckoningOf, SOUND, work } from "../support/books"
import { type Renewing, saveCard, sellRenewing, setClock } from "../support/renewing"
import { studioTests } from "../support/studio-tests"
import { nextCall } from "../support/wire"

const { RACE_SEED, RACE_ROUNDS = "12" } = process.env
const seed = Number(RACE_SEED ?? Date.now() % 100_000)
const ROUNDS = Number(RACE_ROUNDS)
const LONGEST_MS = 60
/** For each round: when two workers and whoever else start. */
const DELAYS = fc.sample(fc.array(fc.integer({ min: 0, max: LONGEST_MS }), { minLength: 3, maxLength: 3 }), {
  seed,
  numRuns: ROUNDS,
})
const ACTOR = { type: "user", id: "user_1" } as const
const SOLD_AT = "2027-03-01T11:00:00.000Z"
const DUE_AT = "2027-04-01T11:00:00.000Z"

studioTests({
  testSuite: ({ getContainer }) => {
    beforeAll(() => console.info(`races with RACE_SEED=${seed} RACE_ROUNDS=${ROUNDS}`))
    const membership = () => getContainer().resolve("membership")
    const database = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const chargesOf = ({ membership_id }: Renewing) =>
      membership().listMembershipCharges({ membership_id }, { order: { period_index: "ASC" } })
    const capturesOf = async ({ membership_id }: Renewing) =>
      (await listCaptures(database(), { metadata: { membership_id } })).captures

    /** A refusal by the rules is an answer; anything else is a fault. */
    async function acknowledged(act: () => Promise<unknown>): Promise<boolean> {
      try {
        await act()
        return true
      } catch (error) {
        if (error instanceof DomainError) return false
        throw error
      }
    }

    /** Sold a month ago, with dues that begin now; their charge is there already where the other needs one. */
    async function isDue(with_charge: boolean): Promise<Renewing> {
      await setClock(getContainer(), SOLD_AT)
      const payer = await sellRenewing(getContainer(), "paid")
      await setClock(getContainer(), DUE_AT)
      if (with_charge) {
        await membership().enqueueCharges(100)
        await taxAll(getContainer())
      }
      return payer
    }

    /** One round: two workers and somebody who does something, each after a while. */
    async function race([one, two, other]: readonly number[], act: () => Promise<unknown>): Promise<boolean> {
      const [done] = await Promise.all([
        sleep(other).then(async () => acknowledged(act)),
        sleep(one).then(async () => workOnCharges(getContainer())),
        sleep(two).then(async () => work(getContainer())),
      ])
      return done
    }

    async function isSound() {
      expect({ seed, ...(await reckoningOf(getContainer())) }).toEqual({ seed, ...SOUND })
      const beside = await membership().listMembershipCharges({ paid_beside_attempt: { $ne: null } })
      expect({ seed, beside }).toEqual({ seed, beside: [] })
    }

    const change = (membership_id: string, verb: SeatVerb) => async () =>
      membership().changeSeats({
        ...{ membership_id, verb, actor: ACTOR, preview: false },
        asker: { type: "staff", reason: "Racing" },
      })

    it.each<[string, SeatVerb]>([
      ["canceled at once", { verb: "cancel", seat_id: null, way: { at: "now" }, reason: null }],
      ["canceled at renewal", { verb: "cancel", seat_id: null, way: { at: "renewal" }, reason: null }],
      [
        "put on hold",
        {
          ...{ verb: "hold", seat_id: null, starts_on: "2027-04-01", resumes_on: "2027-04-20" },
          ...{ kind: "hold", fee: null, merge: false, reason: "Away" },
        },
      ],
    ])(
      "BILL-1, CANCEL-1, HOLD-2: a membership is %s while it renews: both are done whole, or the one was first",
      async (_what, verb) => {
        for (const delays of DELAYS) {
          const payer = await isDue(false)
          const done = await race(delays, change(payer.membership_id, verb))
          await work(getContainer())
          const charges = await chargesOf(payer)
          const told = { seed, delays, done, charges: charges.map(({ status }) => status) }
          expect(told).toMatchObject({ done: true })
          expect(await capturesOf(payer)).toHaveLength(charges.length)
          expect(charges.length).toBeLessThanOrEqual(1)
        }
        await isSound()
      }
    )

    it("BILL-1, SALE-12: another card is saved while a charge is made: one of the two is charged", async () => {
      for (const delays of DELAYS) {
        const payer = await isDue(false)
        await race(delays, async () => saveCard(getContainer(), payer.customer_id, "paid_mastercard"))
        expect(await chargesOf(payer)).toMatchObject([{ status: "paid", attempt: 1 }])
        expect(await capturesOf(payer)).toHaveLength(1)
      }
      await isSound()
    })

    const settle = {
      "let off": [{ verb: "waive", reason: "Goodwill" }, "waived", null],
      "paid in cash": [
        { verb: "record_payment", paid_with: "cash", reference: null, note: null },
        "paid",
        "manual",
      ],
    } as const
    it.each(Object.entries(settle))(
      "BILL-4, BILL-6: dues are %s while they are charged: either that is refused or no money is taken",
      async (_what, [verb, status, paid_by]) => {
        const ways = { refused: 0, done: 0 }
        for (const delays of DELAYS) {
          const payer = await isDue(true)
          const [{ id: charge_id } = { id: "" }] = await chargesOf(payer)
          const done = await race(delays, async () =>
            membership().changeCharge({ charge_id, change: verb, actor: ACTOR, preview: false })
          )
          ways[done ? "done" : "refused"] += 1
          expect(await chargesOf(payer)).toMatchObject([
            done ? { status, paid_by } : { status: "paid", paid_by: "provider" },
          ])
          expect(await capturesOf(payer)).toHaveLength(done ? 0 : 1)
        }
        console.info(`seed ${seed}: ${JSON.stringify(ways)}`)
        await isSound()
      }
    )

    it("BILL-1, SALE-8: what was paid is given back while the next period is charged; each refund that was acknowledged is in the bank's books", async () => {
      for (const [round, delays] of DELAYS.entries()) {
        const payer = await isDue(false)
        await work(getContainer())
        const [charge] = await chargesOf(payer)
        await setClock(getContainer(), "2027-05-01T11:00:00.000Z")
        const refund = (amount: number) => async () =>
          getContainer()
            .resolve(Modules.PAYMENT)
            .refundPayment({ payment_id: idsOf(charge!).payment, amount })
        const [half, third] = await Promise.all([
          refund(50)().then(
            () => 50,
            () => 0
          ),
          sleep(delays[0]).then(async () =>
            refund(30)().then(
              () => 30,
              () => 0
            )
          ),
          race(delays, async () => Promise.resolve()),
        ])
        await work(getContainer())
        const captures = await capturesOf(payer)
        const refunded = captures.reduce((sum, capture) => sum + capture.refunded_amount, 0)
        expect({ seed, round, refunded }).toEqual({ seed, round, refunded: half + third })
        expect(captures).toHaveLength(2)
      }
      await isSound()
    })

    it("BILL-4, negative control: a hand that lets dues off without asking what is under way is found", async () => {
      const payer = await isDue(true)
      nextCall(getContainer(), async (send) => {
        await database().raw(
          `update membership_charge set status = 'waived', settled_at = now(), act_at = null, lease_until = null
           where membership_id = ? and settled_at is null`,
          [payer.membership_id]
        )
        return send()
      })
      await work(getContainer())
      expect(await capturesOf(payer)).toHaveLength(1)
      expect(await chargesOf(payer)).toMatchObject([{ status: "waived", paid_beside_attempt: 1 }])
      await expect(isSound()).rejects.toThrow()
    })
  },
})
