import type { StudioClassification } from "../../platform/studio"

const ADULT = ["adult", "adults", "erwachsen", "erwachsene", "erwachsener"]
const CHILD = ["child", "children", "kind", "kinder"]

type Classifications = readonly StudioClassification[]

const named = (all: Classifications, names: readonly string[]) =>
  all.find(({ name }) => names.includes(name.trim().toLowerCase()))

/** By name, else the only age that begins about when one comes of age and has no end; undefined where there is none. */
export function likelyAdult(all: Classifications): StudioClassification | undefined {
  return (
    named(all, ADULT) ?? all.find(({ min_age, max_age }) => isBetween(min_age, 16, 21) && max_age === null)
  )
}

/** By name, else the ages from the first on until about when one comes of age. */
export function likelyChild(all: Classifications): StudioClassification | undefined {
  return named(all, CHILD) ?? all.find(({ min_age, max_age }) => !min_age && isBetween(max_age, 13, 20))
}

const isBetween = (age: number | null, from: number, to: number) => age !== null && age >= from && age <= to
