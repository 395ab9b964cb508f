import { DomainError } from "../../errors"
import { type NameableService, serviceProblemsOf, servicesNamedBy } from "../../plans/services"
import { assertServiceValid, type ServiceDraft, serviceProblems } from "../validate-service"

const draft = (change: Partial<ServiceDraft> = {}): ServiceDraft => ({
  ...{ name: "Yoga class", handle: "yoga-class", description: null, kind: "class", status: "active" },
  ...{ credit_cost: 1, members_only: false, is_general_hours: false },
  ...{ location_ids: null, time_windows: null, reentry_minutes: null },
  ...{ missed_visit: { effect: "redeem", fines: [] }, cancellation_window_minutes: null },
  ...change,
})
const fine = (...amounts: [string, number][]): ServiceDraft["missed_visit"] => ({
  effect: "fine",
  fines: amounts.map(([currency_code, amount]) => ({ currency_code, amount })),
})
const window = { weekdays: [1, 2], from: "09:00", until: "12:00" }

describe("a service", () => {
  it.each<[Partial<ServiceDraft>, string]>([
    [{}, "only what it needs"],
    [
      { credit_cost: 3, reentry_minutes: 1, members_only: true, is_general_hours: true },
      "the smallest numbers",
    ],
    [{ location_ids: ["sloc_1", "sloc_2"], time_windows: [window] }, "some locations and times"],
    [{ time_windows: [{ ...window, until: null }] }, "until the end of the day"],
    [{ cancellation_window_minutes: 1, missed_visit: fine(["eur", 0.01]) }, "the smallest window and fine"],
    [{ missed_visit: fine(["eur", 10], ["JPY", 1500]) }, "a fine in each currency"],
  ])("PLAN-11: %j is fine: %s", (change) => {
    expect(serviceProblems(draft(change))).toEqual([])
  })

  it.each<[Partial<ServiceDraft>, string[], string]>([
    [{ name: " " }, ["name"], "no name"],
    [{ handle: "" }, ["handle"], "no handle"],
    [{ credit_cost: 0 }, ["credit_cost"], "a visit for nothing"],
    [{ credit_cost: 1.5 }, ["credit_cost"], "half a credit"],
    [{ reentry_minutes: 0 }, ["reentry_minutes"], "no minutes are no limit"],
    [{ location_ids: [] }, ["location_ids"], "nowhere"],
    [{ location_ids: ["a", "a"] }, ["location_ids"], "one location twice"],
    [{ time_windows: [] }, ["time_windows"], "never"],
    [{ time_windows: [window, { ...window, weekdays: [8] }] }, ["time_windows.1.weekdays"], "no such day"],
    [{ time_windows: [{ ...window, until: "09:00" }] }, ["time_windows.0.until"], "a window without length"],
    [{ cancellation_window_minutes: 0 }, ["cancellation_window_minutes"], "no minutes are no window"],
    [{ cancellation_window_minutes: 1.5 }, ["cancellation_window_minutes"], "half a minute"],
    [{ missed_visit: fine() }, ["missed_visit.fines"], "a fine of nothing"],
    [{ missed_visit: fine(["eur", 0]) }, ["missed_visit.fines.eur"], "a fine of zero"],
    [{ missed_visit: fine(["eur", -1]) }, ["missed_visit.fines.eur"], "a fine below zero"],
    [{ missed_visit: fine(["jpy", 0.5]) }, ["missed_visit.fines.jpy"], "more decimals than the currency has"],
    [{ missed_visit: fine(["eur", 5], ["EUR", 6]) }, ["missed_visit.fines.eur"], "two of one currency"],
    [
      { missed_visit: { ...fine(["eur", 5]), effect: "redeem" } },
      ["missed_visit.fines"],
      "credits and an amount",
    ],
    [{ name: "", credit_cost: 0 }, ["name", "credit_cost"], "everything at once"],
  ])("SAFE-1: %j is refused at %j: %s", (change, fields) => {
    expect(serviceProblems(draft(change)).map(({ field }) => field)).toEqual(fields)
    expect(() => assertServiceValid(draft(change))).toThrow(DomainError)
  })
})

describe("what a plan names", () => {
  const services = new Map<string, NameableService>(
    (
      [
        { id: "yoga", name: "Yoga", kind: "class", status: "active" },
        { id: "spin", name: "Spin", kind: "class", status: "archived" },
        { id: "floor", name: "Floor", kind: "facility", status: "active" },
      ] as const
    ).map((service) => [service.id, service])
  )
  type Named = Parameters<typeof servicesNamedBy>[0]
  const plan = (
    service_ids: string[] | null,
    facility_ids: string[] | null,
    exchange?: [string, string]
  ): Named => ({
    access: { service_ids, facility_ids, time_windows: null, visit_limits: [], members_only_services: false },
    credit_exchanges: exchange
      ? [{ from_service_id: exchange[0], to_service_id: exchange[1], from_credits: 1, to_credits: 1 }]
      : [],
  })

  it.each<[Named, Named | null, string[], string]>([
    [plan(null, null), null, [], "all services"],
    [plan(["yoga", "floor"], ["floor"], ["yoga", "floor"]), null, [], "active ones"],
    [plan(["none"], null), null, ["services"], "an unknown one"],
    [plan(["spin"], null), null, ["services"], "an archived one"],
    [plan(null, ["yoga"]), null, ["access.facility_ids"], "a class as a facility"],
    [
      plan(null, null, ["none", "spin"]),
      null,
      ["credit_exchange.0.from_service_id", "credit_exchange.0.to_service_id"],
      "both ends of an exchange",
    ],
    [plan(["spin", "none"], null), plan(["spin", "none"], null), [], "what it named before stays"],
    [plan(["spin", "none"], null), plan(["none"], null), ["services"], "what it comes to name is checked"],
    [
      plan(null, ["yoga"]),
      plan(["yoga"], null),
      ["access.facility_ids"],
      "named before, but not as a facility",
    ],
  ])("PLAN-5, PLAN-11: %j after %j is refused at %j: %s", (after, before, fields) => {
    const problems = serviceProblemsOf(servicesNamedBy(after), before && servicesNamedBy(before), services)
    expect(problems.map(({ field }) => field)).toEqual(fields)
  })
})
