import { spawn } from "node:child_process"
import { readFileSync } from "node:fs"
import path from "node:path"

const ROOT = path.resolve(__dirname, "../..")

interface Month {
  readonly month: string
  readonly sold: number
  readonly paid: number
  readonly refunded: number
  readonly credits: Readonly<Record<string, number>>
}

interface Report {
  readonly rows: readonly Month[]
  readonly found: readonly string[]
  readonly control: readonly boolean[]
  readonly did: Readonly<Record<string, number>>
  readonly counts: { readonly visits: number }
}

/** What people run by hand, in a process of its own: a server of its own, with a database of its own. */
async function liveThreeMonths(): Promise<{ code: number | null; report: Report }> {
  const args = ["scripts/demo-year.mjs", "--households", "4", "--months", "3", "--seed", "1"]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: "inherit" })
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve))
  const file = path.join(ROOT, ".artifacts", "demo-year", "report.json")
  return { code, report: JSON.parse(readFileSync(file, "utf8")) as Report }
}

describe("npm run demo:year, three months of four households", () => {
  let lived: Awaited<ReturnType<typeof liveThreeMonths>>
  beforeAll(async () => {
    lived = await liveThreeMonths()
  }, 300_000)

  it("TIME-5, BILL-1, CREDIT-1, REPORT-2: each month adds up to the cent and the credit, and agrees with the bank", () => {
    expect([lived.code, lived.report.found]).toEqual([0, []])
    expect(lived.report.rows.map(({ month }) => month)).toEqual(["2027-01", "2027-02", "2027-03"])
  })

  it("TIME-5: something has happened: sales, renewals, visits and a refund", () => {
    const sum = (of: (row: Month) => number) => lived.report.rows.reduce((total, row) => total + of(row), 0)
    for (const of of [
      ({ sold }: Month) => sold,
      ({ paid }: Month) => paid,
      ({ refunded }: Month) => refunded,
    ])
      expect(sum(of)).toBeGreaterThan(0)
    expect(sum(({ credits }) => -credits.used!)).toBe(lived.report.counts.visits)
    expect(lived.report.counts.visits).toBeGreaterThan(5)
    for (const work of ["renewals", "orders", "reminders", "notices", "statuses"])
      expect(lived.report.did[work]).toBeGreaterThan(0)
  })

  it("negative control: a cent too much on a charge and a credit that no entry gave are found out", () => {
    expect(lived.report.control).toEqual([true, true])
  })
})
