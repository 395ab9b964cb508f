import { selling } from "../../../i18n/en/selling"
import type { Format } from "../../../text/use-format"
import type { Text } from "../../../text/use-text"
import { conversionText } from "../conversion-text"
import type { Conversion } from "../quote-types"

/** The English words as i18next would put them together. */
const t: Text = (key, values = {}) => {
  const plural = "count" in values ? `${key}_${values.count === 1 ? "one" : "other"}` : key
  const word = plural
    .split(".")
    .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], { selling })
  return String(word).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))
}
const format = { day: (date: string) => date, money: (amount: number) => `€${amount}` } as unknown as Format
const monthly: Conversion = {
  ...{
    mode: "automatic",
    plan_id: "mplan_2",
    plan_name: "Monthly",
    converts_on: "2027-03-15",
    price: 100,
    terms: null,
  },
  interval: { unit: "month", count: 1 },
}
const said = (changes: Partial<Conversion>) =>
  conversionText({ conversion: { ...monthly, ...changes }, currency_code: "eur" }, { t, format })

it.each<[Partial<Conversion>, string]>([
  [{}, "From 2027-03-15 it goes on as Monthly for €100 each month."],
  [{ mode: "offer" }, "From 2027-03-15 it can go on as Monthly for €100 each month."],
  [{ converts_on: null }, "When it ends it goes on as Monthly for €100 each month."],
  [{ interval: { unit: "week", count: 4 } }, "From 2027-03-15 it goes on as Monthly for €100 every 4 weeks."],
])("PLAN-8: %j is said as: %s", (changes, sentence) => {
  expect(said(changes)).toBe(sentence)
})

it("PLAN-8: says nothing where nothing follows", () => {
  expect(conversionText({ conversion: null, currency_code: "eur" }, { t, format })).toBeNull()
})
