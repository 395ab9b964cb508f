import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { setTimeout as sleep } from "node:timers/promises"
import { listCaptures, type Payment, SandboxBank } from "../../src/providers/payment-sandbox"
import {
  sign,
  SIGNATURE_HEADER,
  type WebhookEvent,
  webhookSecret,
} from "../../src/providers/payment-sandbox/webhook"
import { idsOf } from "../../src/workflows/billing/order-of-charge"
import { paidBesideNotices } from "../../src/workflows/billing/tell-paid-beside"
import { contradictionsIn, reckoningOf, SOUND, work } from "../support/books"
import { forgetKeys, type Renewing, saveCard, sellRenewing, setClock } from "../support/renewing"
import { studioTests } from "../support/studio-tests"
import { nextCall } from "../support/wire"

// The runner reads medusa-config.ts before it applies its `env`.
process.env.PAYMENT_SANDBOX_TIMEOUT_MS = "5"

const ACTOR = { type: "user", id: "user_1" } as const
const HOOK = "/hooks/payment/sandbox_sandbox"

/** What is told after its time, twice, in the wrong order, or by nobody who may: by workers, and by webhooks. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let payer: Renewing
    let undo: (() => void) | undefined
    afterEach(() => undo?.())

    const membership = () => getContainer().resolve("membership")
    const database = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const charge = async () =>
      (await membership().listMembershipCharges({ membership_id: payer.membership_id }))[0]!
    const captures = async () => (await listCaptures(database())).count
    const workAt = async (now: string) => {
      await setClock(getContainer(), now)
      await work(getContainer())
    }
    const wire = (through: Parameters<typeof nextCall>[1]) => (undo = nextCall(getContainer(), through))

    async function isDueBy(card: string) {
      await setClock(getContainer(), "2027-03-01T11:00:00.000Z")
      payer = await sellRenewing(getContainer(), card)
      await setClock(getContainer(), "2027-04-01T11:00:00.000Z")
    }

    async function endsPaid(attempt = 1) {
      expect(await reckoningOf(getContainer())).toEqual(SOUND)
      expect(await charge()).toMatchObject({
        ...{ status: "paid", paid_by: "provider", paid_attempt: attempt, paid_beside_attempt: null },
        // Nobody has to confirm it any more.
        action_url: null,
      })
      expect(await captures()).toBe(1)
    }

    describe("a worker that comes back after its lease", () => {
      it("BILL-4: its money was found by the next one; its answer changes nothing", async () => {
        await isDueBy("paid")
        wire(async (send) => {
          const answer = await send()
          await workAt("2027-04-01T11:10:00.000Z")
          expect(await charge()).toMatchObject({ status: "paid" })
          return answer
        })
        await work(getContainer())
        await endsPaid()
      })

      it("BILL-4: its call arrives after the next one has asked and found nothing; its money counts", async () => {
        await isDueBy("paid")
        wire(async (send) => {
          await workAt("2027-04-01T11:10:00.000Z")
          expect(await charge()).toMatchObject({ status: "scheduled", reuses_key: true })
          return send()
        })
        await work(getContainer())
        await endsPaid()
      })

      it("BILL-4: its call arrives after the next one has sent the same key again; the bank takes it once", async () => {
        await isDueBy("paid")
        wire(async (send) => {
          await workAt("2027-04-01T11:10:00.000Z")
          await workAt("2027-04-01T11:20:00.000Z")
          expect(await captures()).toBe(1)
          return send()
        })
        await work(getContainer())
        await endsPaid()
      })

      it("BILL-3, BILL-4: its refusal is of an attempt that is over; what was paid by another card stays paid", async () => {
        await isDueBy("declined")
        wire(async (send) => {
          const answer = await send()
          await workAt("2027-04-01T11:10:00.000Z")
          await saveCard(getContainer(), payer.customer_id, "paid")
          const { id: charge_id } = await charge()
          await membership().changeCharge({
            ...{ charge_id, change: { verb: "retry" }, actor: ACTOR, preview: false },
          })
          await workAt("2027-04-01T11:20:00.000Z")
          return answer
        })
        await work(getContainer())
        await endsPaid(2)
      })

      it("BILL-4: its call slept until the bank had forgotten the key: the second money is not lost, and staff are told", async () => {
        await isDueBy("paid")
        wire(async (send) => {
          await workAt("2027-04-01T11:10:00.000Z")
          // Meanwhile the bank is away for a day, and the key ends; then a new attempt is paid.
          await database()("membership_charge").update({ act_at: new Date("2027-04-03T00:00:00Z") })
          await forgetKeys(getContainer())
          await workAt("2027-04-03T11:00:00.000Z")
          await workAt("2027-04-03T12:00:00.000Z")
          expect(await charge()).toMatchObject({ status: "paid", paid_attempt: 2 })
          return send()
        })
        await work(getContainer())
        expect(await charge()).toMatchObject({ status: "paid", paid_attempt: 2, paid_beside_attempt: 1 })
        expect(await paidBesideNotices(getContainer())).toHaveLength(1)
        // That is the one thing that no studio can prevent, and the reckoning sees it.
        expect(await contradictionsIn(getContainer())).toEqual([
          expect.stringMatching(/^money was taken twice/),
        ])
      })

      it("BILL-4, negative control: were a late refusal taken for an answer to what is not known, money would be taken twice", async () => {
        await isDueBy("timeout_paid")
        await work(getContainer())
        const { id: charge_id, attempt, fence: token } = await charge()
        const { membership_id } = payer
        const outcome = { result: "declined", code: "card_declined" } as const
        await membership().recordChargeAnswers([
          { charge_id, membership_id, event: { type: "answered", token, attempt, outcome } },
        ])
        await workAt("2027-04-02T11:00:00.000Z")
        await workAt("2027-04-02T11:10:00.000Z")
        expect((await reckoningOf(getContainer())).contradictions).toContainEqual(
          expect.stringMatching(/^money was taken twice/)
        )
      })
    })

    describe("webhooks", () => {
      beforeAll(() => {
        // The platform waits five seconds before it reads one.
        Object.assign(getContainer().resolve(Modules.PAYMENT), { options: { webhook_delay: 1 } })
      })

      const secret = () => {
        const { http } = getContainer().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
        return webhookSecret(http.jwtSecret)
      }

      /** Posts what the bank would, signed or not, and waits until it has been read. */
      async function tell(
        payment: Payment,
        types: readonly WebhookEvent["type"][],
        signature?: string
      ): Promise<void> {
        for (const type of types) {
          const body = JSON.stringify({ type, payment })
          const headers = {
            "content-type": "application/json",
            [SIGNATURE_HEADER]: signature ?? sign(secret(), body),
          }
          expect((await api.post(HOOK, body, { headers })).status).toBe(200)
        }
        await sleep(400)
      }
      const paymentOf = async (): Promise<Payment> => {
        const [row] = await database()<{ id: string }>("payment_sandbox_payment").select("id")
        return new SandboxBank(database()).find(row!.id)
      }
      const confirm = async () => new SandboxBank(database()).decide((await paymentOf()).id, "confirm")
      const SHUFFLED = [
        ...["payment.failed", "payment.captured", "payment.canceled"],
        ...["payment.captured", "payment.authorized", "payment.captured"],
      ] as WebhookEvent["type"][]

      it("BILL-1, BILL-5: told twice, in the wrong order and again when all is done, a confirmed payment is taken once", async () => {
        await isDueBy("three_d_secure")
        await work(getContainer())
        await confirm()
        await tell(await paymentOf(), SHUFFLED)
        await workAt("2027-04-01T18:00:00.000Z")
        await endsPaid()
        await tell(await paymentOf(), SHUFFLED)
        await endsPaid()
      })

      it.each(["paid", "three_d_secure", "timeout_paid"])(
        "BILL-1, BILL-4: told before our own call is answered, money is taken once (%s)",
        async (card) => {
          await isDueBy(card)
          wire(async (send) => {
            try {
              return await send()
            } finally {
              if (card === "three_d_secure") await confirm()
              await tell(await paymentOf(), ["payment.captured", "payment.captured"])
            }
          })
          await work(getContainer())
          await workAt("2027-04-01T18:00:00.000Z")
          await endsPaid()
        }
      )

      it("BILL-5: one that the bank did not sign, and one that says what is not so, pay nothing", async () => {
        await isDueBy("three_d_secure")
        await work(getContainer())
        const payment = await paymentOf()
        const captured = { ...payment, status: "succeeded" as const, captured_amount: payment.amount }
        await tell(captured, ["payment.captured"], "0".repeat(64))
        await tell(captured, ["payment.captured"], "")
        await tell(captured, ["payment.captured"])
        await workAt("2027-04-01T18:00:00.000Z")
        expect(await charge()).toMatchObject({ status: "requires_action" })
        expect(await captures()).toBe(0)
        expect(await reckoningOf(getContainer())).toEqual(SOUND)
      })

      it("BILL-1, BILL-2: those of sessions that nobody knows, or that an order of ours shows, change nothing", async () => {
        await isDueBy("paid")
        await work(getContainer())
        const payment = await paymentOf()
        const { session } = idsOf(await charge())
        for (const session_id of ["payses_nobody", session])
          await tell({ ...payment, session_id }, ["payment.captured", "payment.authorized"])
        await tell({ ...payment, id: "sandpay_nobody" }, ["payment.captured", "payment.failed"])
        await endsPaid()
      })
    })
  },
})
