import { sumMinor } from "../money/amounts"
import type { CalendarDate } from "../time/types"
import { type Happening, HAPPENING_KINDS, type HappeningKind } from "./types"

/** The happenings of one kind on one day, in one currency. */
export interface KindTotal {
  readonly kind: HappeningKind
  /** null where no money is in it. */
  readonly currency_code: string | null
  readonly count: number
  /** What is charged, with tax; null where nothing is. */
  readonly total_minor: number | null
  /** null where no credits are in it. */
  readonly credits: number | null
  readonly value_minor: number | null
}

export interface DayTotal {
  readonly day: CalendarDate
  readonly kinds: readonly KindTotal[]
}

type Counted = Happening & { readonly currency_code: string }

/** Each day on which anything happens, with its sums by kind and currency. */
export function dayTotals(happenings: readonly Counted[]): DayTotal[] {
  const days = [...new Set(happenings.map(({ day }) => day))].sort()
  return days.map((day) => ({ day, kinds: kindTotals(happenings.filter((each) => each.day === day)) }))
}

/** By kind in the order in which they happen, and by currency. */
export function kindTotals(happenings: readonly Counted[]): KindTotal[] {
  const groups = new Map<string, Counted[]>()
  for (const each of happenings) {
    const key = `${each.kind}:${currencyOf(each) ?? ""}`
    const group = groups.get(key)
    if (group) group.push(each)
    else groups.set(key, [each])
  }
  return [...groups.values()].map(totalOf).sort(byKind)
}

const currencyOf = ({ charge, credits, currency_code }: Counted): string | null =>
  charge || credits ? currency_code : null

function totalOf(group: readonly Counted[]): KindTotal {
  const [first] = group as [Counted]
  const charges = group.flatMap(({ charge }) => charge ?? [])
  const credits = group.flatMap((each) => each.credits ?? [])
  return {
    ...{ kind: first.kind, currency_code: currencyOf(first), count: group.length },
    total_minor: charges.length ? sumMinor(charges.map(({ total_minor }) => total_minor)) : null,
    credits: credits.length ? credits.reduce((sum, each) => sum + each.credits, 0) : null,
    value_minor: credits.length ? sumMinor(credits.map(({ value_minor }) => value_minor)) : null,
  }
}

const byKind = (a: KindTotal, b: KindTotal): number =>
  HAPPENING_KINDS.indexOf(a.kind) - HAPPENING_KINDS.indexOf(b.kind) ||
  ((a.currency_code ?? "") < (b.currency_code ?? "") ? -1 : 1)
