import fc from "fast-check"
import type { PlanRollover } from "../../plans/types"
import { outstanding, outstandingValue } from "../ledger"
import { obligations } from "../obligations"
import { settleDue } from "../settle-due"
import type { CreditGrant } from "../types"
import { cadence } from "./fixtures"
import { type Command, Life } from "./model"

// The calendar is what such lives spend their time on, and the same days come again and again.
jest.mock("../../time/calendar", () => remembering("../../time/calendar", ["startOfLocalDay", "localDate"]))
jest.mock("../../time/periods", () => remembering("../../time/periods", ["periodStart", "periodIndexAt"]))
jest.mock("../../time/durations", () => remembering("../../time/durations", ["advance"]))

function remembering(path: string, names: readonly string[]): object {
  const real = jest.requireActual<Record<string, (...parts: unknown[]) => unknown>>(path)
  const known = new Map<string, unknown>()
  const remembered =
    (name: string) =>
    (...parts: unknown[]) => {
      const key = JSON.stringify([name, ...parts])
      if (!known.has(key)) known.set(key, real[name]!(...parts))
      return known.get(key)
    }
  return { ...real, ...Object.fromEntries(names.map((name) => [name, remembered(name)])) }
}

const RUNS = 1000
const COMMANDS = 200

const small = fc.integer({ min: 1, max: 3 })
const index = fc.nat({ max: 50 })
const service = fc.nat({ max: 1 })
const seat = fc.nat({ max: 1 })
const weighted = (weight: number, arbitrary: fc.Arbitrary<Command>) => ({ weight, arbitrary })

const command: fc.Arbitrary<Command> = fc.oneof(
  weighted(
    4,
    fc.integer({ min: 1, max: 48 }).map((quarters) => ({ do: "advance", hours: 6 * quarters }))
  ),
  weighted(1, fc.constant({ do: "job" })),
  weighted(
    4,
    fc.nat({ max: 5000 }).map((value_minor) => ({ do: "renew", value_minor }))
  ),
  weighted(6, fc.record({ do: fc.constant("use"), credits: small, service, seat })),
  weighted(
    5,
    fc.record({ do: fc.constant("reserve"), credits: small, service, in_days: fc.nat({ max: 70 }) })
  ),
  weighted(5, fc.record({ do: fc.constantFrom("attend", "release", "undo"), which: index })),
  weighted(
    1,
    fc.record({
      do: fc.constant("adjust"),
      which: index,
      credits: fc.integer({ min: -3, max: 3 }).filter(Boolean),
    })
  ),
  weighted(1, fc.record({ do: fc.constant("gift"), credits: small, days: fc.integer({ min: 1, max: 60 }) })),
  weighted(
    1,
    small.map((times) => ({ do: "exchange", times }))
  ),
  weighted(
    1,
    small.map((credits) => ({ do: "transfer", credits }))
  ),
  weighted(
    1,
    fc.option(fc.nat({ max: 40 })).map((in_days) => ({ do: "cancel", in_days }))
  )
)
const commands = fc.array(command, { maxLength: COMMANDS, size: "max" })
const rollover: fc.Arbitrary<PlanRollover> = fc.record({
  mode: fc.constantFrom("none", "all", "up_to"),
  max: fc.integer({ min: 1, max: 5 }),
  expires_after_periods: fc.option(fc.integer({ min: 1, max: 2 })),
})

/** fast-check prints the seed and the shortest run that fails; here the seed of a good run is told too. */
const seed = Date.now() % 1_000_000
const check = (property: fc.IProperty<[PlanRollover, Command[]]>) =>
  fc.assert(property, { numRuns: RUNS, seed })

const balances = (grants: Iterable<CreditGrant>) =>
  [...grants].map(({ id, available, reserved, available_value_minor, reserved_value_minor }) => ({
    ...{ id, available, reserved, available_value_minor, reserved_value_minor },
  }))

describe(`CREDIT-1, CREDIT-3: ${RUNS} lives of up to ${COMMANDS} commands (seed ${seed})`, () => {
  beforeAll(() => console.info(`Sequences of credit commands: seed ${seed}`))

  it("CREDIT-1, CREDIT-10: sums are conserved and never negative, and the entries alone give the balances", () => {
    const met = new Map<string, number>()
    check(
      fc.property(rollover, commands, (rule, list) => {
        const life = new Life(cadence({ rollover: rule }), true).run(list)
        const { ledger } = life
        expect(balances(life.replayed().values())).toEqual(balances(ledger.grants.values()))
        for (const { kind } of ledger.entries) met.set(kind, (met.get(kind) ?? 0) + 1)
        const total = (of: (each: CreditGrant) => number) =>
          ledger.all().reduce((sum, each) => sum + of(each), 0)
        const report = obligations(ledger.entries, {
          from: "2027-02-10T00:00:00.000Z",
          until: "2027-04-01T00:00:00.000Z",
        })
        const whole = obligations(ledger.entries, {
          from: "2020-01-01T00:00:00.000Z",
          until: "2099-01-01T00:00:00.000Z",
        })
        expect(whole.opening).toEqual({ credits: 0, value_minor: 0 })
        expect(whole.closing).toEqual({ credits: total(outstanding), value_minor: total(outstandingValue) })
        for (const { opening, granted, used, expired, revoked, closing } of [report, whole])
          for (const unit of ["credits", "value_minor"] as const)
            expect(opening[unit] + granted[unit] - used[unit] - expired[unit] - revoked[unit]).toBe(
              closing[unit]
            )
      })
    )
    // A run that met a kind seldom would prove little.
    expect([...met.keys()].sort()).toEqual([
      "adjust",
      "exchange",
      "expire",
      "grant",
      "redeem",
      "release",
      "reserve",
      "revoke",
      "roll_over",
      "transfer",
    ])
  })

  it("CREDIT-5: a job that runs late, in parts or twice does what one in time does", () => {
    check(
      fc.property(rollover, commands, (rule, list) => {
        const punctual = new Life(cadence({ rollover: rule }), true).run(list)
        const late = new Life(cadence({ rollover: rule }), false).run(list)
        punctual.settle()
        late.settle()
        expect(balances(late.ledger.grants.values())).toEqual(balances(punctual.ledger.grants.values()))
        expect(late.ledger.entries).toEqual(punctual.ledger.entries)
        const { now } = late
        const twice = {
          grants: late.ledger.all(),
          cadence: cadence({ rollover: rule }),
          now,
          newId: () => "x",
        }
        expect(settleDue(twice)).toEqual({ grants: [], entries: [] })
      })
    )
  })
})
