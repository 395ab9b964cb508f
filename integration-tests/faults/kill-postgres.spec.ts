import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")
const TIMES = 5

interface Kill {
  readonly before: number
  readonly answered: number
  readonly retries: number
  readonly found: Readonly<Record<string, number>>
}

interface Report {
  readonly kills: readonly Kill[]
  readonly ledger_verified: boolean
  readonly control: Kill
}

/** What people run by hand, in a process of its own: a server of its own, with a database of its own. */
async function killPostgres(): Promise<Report> {
  const args = ["scripts/kill-postgres.mjs", "--times", String(TIMES)]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit" })
  await new Promise((resolve) => child.once("exit", resolve))
  const file = path.join(ROOT, ".artifacts", "kill-postgres", "report.json")
  return JSON.parse(readFileSync(file, "utf8")) as Report
}

describe("kill -9 of PostgreSQL while 32 gates check people in", () => {
  let report: Report
  beforeAll(async () => {
    report = await killPostgres()
  }, 600_000)

  it("ACCESS-4: the server comes back by itself, and every check-in that was answered is there once", () => {
    expect(report.kills).toHaveLength(TIMES)
    // One kill may meet nobody half-way; all of them together do.
    expect(report.kills.reduce((sum, { retries }) => sum + retries, 0)).toBeGreaterThan(0)
    for (const { before, answered, found } of report.kills) {
      expect(before).toBeGreaterThan(0)
      expect(answered).toBeGreaterThan(before)
      expect(found).toMatchObject({ acknowledged_but_missing: 0, never_told: 0, doubled: 0 })
    }
  })

  it("CREDIT-1, CREDIT-3: credits used are visits allowed, and the ledger equals the balances", () => {
    for (const { found } of report.kills)
      expect(found).toMatchObject({
        ...{ visits_that_took_something_else: 0, credits_without_visit: 0, balances_that_differ: 0 },
      })
    expect(report.ledger_verified).toBe(true)
  })

  it("negative control: of a database that acknowledges what it has not written the check finds the loss", () => {
    expect(report.control.found.acknowledged_but_missing).toBeGreaterThan(0)
  })
})
