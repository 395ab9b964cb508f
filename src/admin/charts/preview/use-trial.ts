import { useMemo, useState } from "react"
import type { SeatCount } from "../../../domain/charts/types"
import { useText } from "../../text/use-text"
import type { ChartPreviewProps } from "./chart-preview"
import { classificationsOf, startingCounts, startingPeople, type TriedPerson } from "./people"
import { priceDraft, tryChart } from "./try-chart"

export type ChosenBy = "people" | "seats"

/** What is tried. Until staff choose somebody, the choice follows the rows: it is the smallest sale they allow. */
export function useTrial({ rows, audience, classifications, currency_codes, today }: ChartPreviewProps) {
  const t = useText()
  const [by, setBy] = useState<ChosenBy>(audience === "household" ? "people" : "seats")
  const [chosenCurrency, setCurrency] = useState<string>()
  const [chosenCounts, setCounts] = useState<readonly SeatCount[]>()
  const [chosenPeople, setPeople] = useState<readonly TriedPerson[]>()

  const currency_code = currency_codes.find((code) => code === chosenCurrency) ?? currency_codes[0]
  const counts = useMemo(
    () => (chosenCounts ? countsOn(classificationsOf(rows), chosenCounts) : startingCounts(rows, audience)),
    [rows, audience, chosenCounts]
  )
  const people = useMemo(
    () => chosenPeople ?? startingPeople(rows, audience, classifications),
    [rows, audience, classifications, chosenPeople]
  )
  const priced = useMemo(
    () =>
      currency_code === undefined
        ? null
        : priceDraft(rows, {
            currency_code,
            audience,
            unnamed: (row) => t("charts.preview.unnamedRow", { row }),
          }),
    [rows, audience, currency_code, t]
  )
  const outcome = useMemo(() => {
    if (!priced || priced.rows.length === 0) return null
    const choice = by === "seats" ? { seats: counts } : { people }
    return tryChart({ priced, audience, classifications, today, choice })
  }, [priced, audience, classifications, today, by, counts, people])

  const setCount = (classification_id: string | null, count: number) =>
    setCounts(
      counts.map((each) =>
        each.classification_id === classification_id ? { classification_id, count } : each
      )
    )
  return { by, setBy, currency_code, setCurrency, counts, setCount, people, setPeople, priced, outcome }
}

export type Trial = ReturnType<typeof useTrial>

/** The chosen counts on the classifications that the chart has now. */
const countsOn = (ids: readonly (string | null)[], chosen: readonly SeatCount[]): SeatCount[] =>
  ids.map((classification_id) => ({
    classification_id,
    count: chosen.find((each) => each.classification_id === classification_id)?.count ?? 0,
  }))
