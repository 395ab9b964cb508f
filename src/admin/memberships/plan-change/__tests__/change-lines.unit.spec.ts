import type { Format } from "../../../text/use-format"
import type { Text } from "../../../text/use-text"
import type { PlanChange } from "../../queries/plan-change"
import { changeLines } from "../change-lines"

const t: Text = (key, values = {}) =>
  [key.replace("planChange.line.", ""), ...Object.values(values)].join(" ")
const format = {
  day: (day: string) => day,
  lastDay: (day: string) => `before ${day}`,
  money: String,
} as unknown as Format

const whole: PlanChange = {
  ...{
    when: "end",
    currency_code: "eur",
    plan: { id: "mplan_2", name: "Monthly" },
    changes_on: "2027-03-15",
  },
  charge: { until_on: "2027-04-15", days: 31, of_days: 31, amount: 100 },
  ...{ credit: null, days_lost: 0, revokes_credits: false, carried: 0, total: 100 },
}

it("PLAN-8: with the end of an offer nothing is given back, and the first charge is on that day", () => {
  expect(changeLines(whole, { t, format })).toEqual([
    ...["from Monthly 2027-03-15", "full before 2027-04-15 100", "usedUp", "dueEnd 100"],
  ])
})

it("BILL-10: now and with a renewal say when the money is taken, and nothing of an offer", () => {
  expect(changeLines({ ...whole, when: "now" }, { t, format }).slice(2)).toEqual(["dueNow 100"])
  expect(changeLines({ ...whole, when: "renewal" }, { t, format }).slice(2)).toEqual(["dueRenewal 100"])
  expect(changeLines({ ...whole, when: "now", total: 0 }, { t, format }).slice(2)).toEqual(["nothing"])
})
