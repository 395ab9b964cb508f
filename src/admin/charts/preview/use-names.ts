import { useMemo } from "react"
import type { ChartRowDraft, QuotedSeat } from "../../../domain/charts/types"
import type { StudioClassification } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { classificationOf, type TriedPerson } from "./people"

export interface Names {
  /** Of a classification; null is `Any`. */
  of: (classification_id: string | null) => string
  /** "Child 2": the second seat of its classification. */
  seat: (seat: Pick<QuotedSeat, "classification_id" | "sequence">) => string
  /** "Adult, 38", and what they prove. */
  person: (person: TriedPerson) => string
  /** "age 38", and what they prove. */
  ofAge: (person: TriedPerson) => string
}

export function useNames(
  rows: readonly ChartRowDraft[],
  classifications: readonly StudioClassification[]
): Names {
  const t = useText()
  return useMemo(() => {
    const by_id = new Map<string | null, string>(classifications.map(({ id, name }) => [id, name]))
    const of = (id: string | null) => (id === null ? t("charts.preview.any") : (by_id.get(id) ?? id))
    const seat: Names["seat"] = ({ classification_id, sequence }) =>
      classification_id === null
        ? t("charts.preview.seatAny", { sequence })
        : t("charts.preview.seatName", { name: of(classification_id), sequence })
    const proven = (said: string, { proofs }: TriedPerson) =>
      proofs.length
        ? `${said} (${t("charts.preview.withProof", { names: proofs.map(of).join(", ") })})`
        : said
    const person = (tried: TriedPerson) => {
      const name = classificationOf(tried, rows, classifications)
      const { age } = tried
      const said =
        name === null ? t("charts.preview.anyPerson", { age }) : t("charts.preview.person", { name, age })
      return proven(said, tried)
    }
    return {
      of,
      seat,
      person,
      ofAge: (tried) => proven(t("charts.preview.ofAge", { age: tried.age }), tried),
    }
  }, [rows, classifications, t])
}
