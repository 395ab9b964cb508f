import { spawn } from "node:child_process"
import path from "node:path"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { sendNotices } from "../../src/workflows/notices/send-notices"
import { contradictionsIn, reckoningOf, SOUND, work } from "../support/books"
import { forgetKeys, type Renewing, sellRenewing, setClock } from "../support/renewing"
import { studioTests } from "../support/studio-tests"

// The runner reads medusa-config.ts before it applies its `env`.
process.env.PAYMENT_SANDBOX_TIMEOUT_MS = "5"

const ROOT = path.resolve(__dirname, "../..")
const SOLD_AT = "2027-03-01T11:00:00.000Z"
const DUE_AT = "2027-04-01T11:00:00.000Z"
/** The dead worker's lease is over. */
const NEXT_WORKER_AT = "2027-04-01T11:10:00.000Z"

const POINTS = [
  ...["its charges are made", "its charges are taxed", "its claim is written and not committed"],
  ...["its attempts are committed", "it is about to call the bank", "the bank has taken the money"],
  ...["the answers are read and not written", "the settlement is written and not committed"],
  ...["the settlement is committed and nobody told", "the notices are claimed and not sent"],
  ...["the orders are about to be made", "the payments are made without their captures"],
  ...["the orders are made and not linked", "the orders are linked and not told of"],
  "the orders are told of and not written down",
]

studioTests({
  testSuite: ({ getContainer, dbConfig }) => {
    let good: Renewing[]
    let declined: Renewing
    beforeEach(async () => {
      await setClock(getContainer(), SOLD_AT)
      good = []
      for (const card of ["paid", "paid_mastercard", "timeout_paid"])
        good.push(await sellRenewing(getContainer(), card))
      declined = await sellRenewing(getContainer(), "declined")
      await setClock(getContainer(), DUE_AT)
    })

    const membership = () => getContainer().resolve("membership")
    const captures = async () =>
      (await listCaptures(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION))).count

    /** A worker in a process of its own, until it is dead. */
    async function workerThatDies(point: string, env: Record<string, string> = {}): Promise<void> {
      const child = spawn(
        path.join(ROOT, "node_modules", ".bin", "medusa"),
        ["exec", "./integration-tests/faults/support/dying-worker.ts"],
        {
          cwd: ROOT,
          env: {
            ...process.env,
            ...{ DATABASE_URL: dbConfig.clientUrl, STUDIO_CLOCK: "adjustable", DISABLE_ADMIN: "true" },
            ...{ NODE_ENV: "development", NODE_OPTIONS: "", DIE_AT: point, ...env },
          },
          stdio: ["ignore", "pipe", "pipe"],
        }
      )
      let said = ""
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => (said += chunk.toString()))
      const signal = await new Promise((resolve) => child.once("exit", (_code, by) => resolve(by)))
      if (signal !== "SIGKILL") throw new Error(`The worker was to be killed where ${point}:\n${said}`)
    }

    const statuses = async () => {
      const charges = await membership().listMembershipCharges({}, { select: ["membership_id", "status"] })
      return Object.fromEntries(charges.map(({ membership_id, status }) => [membership_id, status]))
    }

    it.each(POINTS)(
      "BILL-1, BILL-2, BILL-4: a worker is killed where %s; the next one takes what is missing once, and loses nothing",
      async (point) => {
        await workerThatDies(point)
        await setClock(getContainer(), NEXT_WORKER_AT)
        await work(getContainer())
        await sendNotices(getContainer())
        expect(await reckoningOf(getContainer())).toEqual(SOUND)
        expect(await captures()).toBe(good.length)
        expect(await statuses()).toEqual({
          ...Object.fromEntries(good.map(({ membership_id }) => [membership_id, "paid"])),
          [declined.membership_id]: "failed",
        })
        const notices = await membership().listMembershipNotices({ kind: "payment_failed" })
        expect(notices).toMatchObject([{ membership_id: declined.membership_id }])
        const events = await getContainer()
          .resolve(Modules.ORDER)
          .listOrders({}, { select: ["id"] })
        expect(events).toHaveLength(good.length)
      }
    )

    it("BILL-4: money of which a killed worker has told nobody is found though the bank has forgotten the key", async () => {
      await workerThatDies("the bank has taken the money")
      const taken = await captures()
      expect(taken).toBeGreaterThan(0)
      await forgetKeys(getContainer())
      await setClock(getContainer(), "2027-04-03T11:00:00.000Z")
      expect(await reckoningOf(getContainer())).toEqual(SOUND)
      expect(await captures()).toBe(good.length)
    })

    it("BILL-4, negative control: of a worker that writes its attempts down after the call money is taken twice, and found", async () => {
      await workerThatDies("the bank has taken the money", { WITHOUT_ATTEMPTS: "yes" })
      const taken = await captures()
      expect(taken).toBeGreaterThan(0)
      await forgetKeys(getContainer())
      await setClock(getContainer(), "2027-04-03T11:00:00.000Z")
      await work(getContainer())
      expect(await contradictionsIn(getContainer())).toContainEqual(
        expect.stringMatching(/^money was taken twice/)
      )
    })
  },
})
