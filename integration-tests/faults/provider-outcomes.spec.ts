import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ChargeAnswer } from "../../src/modules/membership/types"
import { listCaptures, SandboxBank } from "../../src/providers/payment-sandbox"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { reckoningOf, SOUND, work } from "../support/books"
import { sellRenewing, setClock } from "../support/renewing"
import { studioTests } from "../support/studio-tests"
import { nextCall } from "../support/wire"

// The runner reads medusa-config.ts before it applies its `env`.
process.env.PAYMENT_SANDBOX_TIMEOUT_MS = "5"

const DUE = Date.parse("2027-04-01T11:00:00.000Z")
const HOURS_LATER = [0.1, 1, 7, 24, 48, 96]
const ACTOR = { type: "user", id: "user_1" } as const

type Through = (send: () => Promise<unknown>) => Promise<unknown>

interface Outcome {
  readonly card: string
  /** Something between us and the bank. */
  readonly wire?: Through
  /** What the charge is once the answer is there. */
  readonly becomes: string
  /** What happens a little later. */
  readonly then?: "the bank is back" | "its holder confirms"
  /** What it is in the end. */
  readonly ends: string
}

const refused: Through = async () => {
  throw Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:443"), { code: "ECONNREFUSED" })
}
const garbled: Through = async (send) => {
  await send()
  return "<html><h1>502 Bad Gateway</h1></html>"
}

const OUTCOMES: Record<string, Outcome> = {
  "is paid": { card: "paid", becomes: "paid", ends: "paid" },
  "is declined": { card: "declined", becomes: "failed", ends: "failed" },
  "lacks funds and is paid later": { card: "insufficient_funds_once", becomes: "failed", ends: "paid" },
  "has an expired card": { card: "expired", becomes: "failed", ends: "failed" },
  "asks its holder, who confirms": {
    ...{ card: "three_d_secure", becomes: "requires_action", then: "its holder confirms", ends: "paid" },
  },
  "asks its holder, who never answers": {
    ...{ card: "three_d_secure", becomes: "requires_action", ends: "requires_action" },
  },
  "times out with the money taken": { card: "timeout_paid", becomes: "unknown", ends: "paid" },
  "times out with nothing taken": {
    ...{ card: "timeout_unpaid", becomes: "unknown", then: "the bank is back", ends: "paid" },
  },
  "is answered 429": {
    ...{ card: "rate_limited", becomes: "scheduled", then: "the bank is back", ends: "paid" },
  },
  "is answered 500": {
    ...{ card: "bank_error", becomes: "unknown", then: "the bank is back", ends: "paid" },
  },
  "finds the connection refused": { card: "paid", wire: refused, becomes: "unknown", ends: "paid" },
  "gets garbage for an answer, with the money taken": {
    ...{ card: "paid", wire: garbled, becomes: "unknown", ends: "paid" },
  },
}
const rows = Object.entries(OUTCOMES)

/** Each thing that a provider may do, with nothing else going on, with others at it meanwhile, and told again afterwards. */
studioTests({
  testSuite: ({ getContainer }) => {
    let membership_id: string
    let undo: (() => void) | undefined
    afterEach(() => undo?.())

    const membership = () => getContainer().resolve("membership")
    const database = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const charge = async () => (await membership().listMembershipCharges({ membership_id }))[0]!

    async function isDueFor({ card, wire }: Outcome, around: (through: Through) => Through = (own) => own) {
      await setClock(getContainer(), "2027-03-01T11:00:00.000Z")
      membership_id = (await sellRenewing(getContainer(), card)).membership_id
      await setClock(getContainer(), new Date(DUE).toISOString())
      undo = nextCall(getContainer(), around(wire ?? (async (send) => send())))
    }

    async function becomes({ becomes: status }: Outcome) {
      expect(await charge()).toMatchObject({ status, attempt: 1 })
    }

    /** Whoever else comes while a call is under way. */
    async function others() {
      const { id: charge_id } = await charge()
      const one = { charge_id, actor: ACTOR, preview: false }
      const by_hand = { verb: "record_payment", paid_with: "cash", reference: null, note: null } as const
      for (const change of [{ verb: "retry" }, { verb: "waive", reason: "Goodwill" }, by_hand] as const)
        await expect(membership().changeCharge({ ...one, change })).rejects.toMatchObject({
          code: "charge_unresolved",
        })
      await expect(membership().sentChargeAttempt(charge_id)).rejects.toMatchObject({ code: "lease_running" })
      expect(await workOnCharges(getContainer())).toMatchObject({ paid: 0, refused: [] })
    }

    async function endsAs({ then, ends }: Outcome) {
      if (then === "the bank is back") await database()("payment_sandbox_method").update({ card: "paid" })
      if (then === "its holder confirms") {
        const [{ id }] = await database()("payment_sandbox_payment").select("id")
        await new SandboxBank(database()).decide(id as string, "confirm")
      }
      for (const hours of HOURS_LATER) {
        await setClock(getContainer(), new Date(DUE + hours * 3_600_000).toISOString())
        await work(getContainer())
      }
      expect(await reckoningOf(getContainer())).toEqual(SOUND)
      const { status, total_minor } = await charge()
      expect(status).toBe(ends)
      const { captures } = await listCaptures(database())
      expect(captures.map(({ amount }) => amount * 100)).toEqual(ends === "paid" ? [Number(total_minor)] : [])
    }

    it.each(rows)(
      "BILL-1, BILL-3, BILL-4, BILL-5: a charge that %s ends as it must",
      async (_name, outcome) => {
        await isDueFor(outcome)
        await work(getContainer())
        await becomes(outcome)
        await endsAs(outcome)
      }
    )

    it.each(rows)(
      "BILL-1, BILL-4: a charge that %s, while others are at it, is left to the one who has it",
      async (_name, outcome) => {
        await isDueFor(outcome, (own) => async (send) => {
          await others()
          try {
            return await own(send)
          } finally {
            await others()
          }
        })
        await work(getContainer())
        await becomes(outcome)
        await endsAs(outcome)
      }
    )

    it.each(rows)(
      "BILL-1, BILL-4: a charge that %s stays as it is when the same is told again and late",
      async (_name, outcome) => {
        await isDueFor(outcome)
        const told = jest.spyOn(membership(), "recordChargeAnswers")
        await work(getContainer())
        const answers: (readonly ChargeAnswer[])[] = told.mock.calls.map(([given]) => given)
        told.mockRestore()
        expect(answers).toHaveLength(1)
        const again = async () => {
          for (const given of answers)
            expect((await membership().recordChargeAnswers(given)).paid).toEqual([])
        }
        await Promise.all([again(), again(), again()])
        await becomes(outcome)
        await endsAs(outcome)
        await again()
        await again()
        expect(await reckoningOf(getContainer())).toEqual(SOUND)
        expect((await charge()).status).toBe(outcome.ends)
      }
    )

    it("BILL-4, negative control: were what nobody knows charged anew, money would be taken twice", async () => {
      await isDueFor(OUTCOMES["times out with the money taken"]!)
      await work(getContainer())
      const forgotten = { status: "scheduled", uncertain_since: null, reuses_key: false }
      await database()("membership_charge").update({ ...forgotten, act_at: new Date(DUE) })
      await work(getContainer())
      expect((await listCaptures(database())).count).toBe(2)
      const { contradictions } = await reckoningOf(getContainer())
      expect(contradictions).toContainEqual(expect.stringMatching(/^money was taken twice/))
    })
  },
})
