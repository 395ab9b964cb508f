import type { OpeningHours } from "../../../domain/time/opening-hours"

/** From one time to the other, `HH:MM`. A closing time of `00:00` is midnight; one before the opening is the next day's. */
export interface Span {
  opens: string
  closes: string
}

/** The opening hours as people write them: seven days from Monday, each with its spans. */
export type Week = { spans: Span[] }[]

const DAYS = [1, 2, 3, 4, 5, 6, 7]
const MIDNIGHT = "00:00"
const END_OF_DAY = "24:00"

const byOpening = (a: Span, b: Span) => a.opens.localeCompare(b.opens)
const spansOf = (lines: readonly OpeningHours[], day: number): Span[] =>
  lines
    .filter(({ weekdays }) => weekdays.includes(day))
    .map(({ opens, closes }) => ({ opens, closes: closes === END_OF_DAY ? MIDNIGHT : closes }))
    .sort(byOpening)

/** What is stored as a week. Hours past midnight, which are stored as two lines, become one span of their first day. */
export function weekOf(lines: readonly OpeningHours[] | null): Week {
  const days = DAYS.map((day) => spansOf(lines ?? [], day))
  const joined = days.map((spans, index) => joinable(spans.at(-1), days[(index + 1) % 7]![0]))
  return days.map((spans, index) => {
    const isTaken = joined[(index + 6) % 7] !== null
    const own = isTaken ? spans.slice(1) : spans
    const last = joined[index]
    return { spans: last ? [...own.slice(0, -1), last] : own }
  })
}

function joinable(evening: Span | undefined, night: Span | undefined): Span | null {
  if (evening?.closes !== MIDNIGHT || night?.opens !== MIDNIGHT || night.closes === MIDNIGHT) return null
  return night.closes < evening.opens ? { opens: evening.opens, closes: night.closes } : null
}

interface Piece extends OpeningHours {
  readonly weekdays: [number]
  readonly of: Span
}

/** A span as the server takes it: within one day, or as two that meet at midnight. */
function piecesOf(of: Span, day: number): Piece[] {
  const { opens, closes } = of
  if (closes === MIDNIGHT) return [{ weekdays: [day], opens, closes: END_OF_DAY, of }]
  if (closes > opens) return [{ weekdays: [day], opens, closes, of }]
  return [
    { weekdays: [day], opens, closes: END_OF_DAY, of },
    { weekdays: [(day % 7) + 1], opens: MIDNIGHT, closes, of },
  ]
}

const allPieces = (week: Week) =>
  week.flatMap(({ spans }, index) => spans.flatMap((span) => piecesOf(span, index + 1)))

/** The week as it is stored: days with the same hours in one line. null where it is closed, or not known, all week. */
export function linesOf(week: Week): OpeningHours[] | null {
  const lines = new Map<string, OpeningHours>()
  for (const { weekdays, opens, closes } of allPieces(week)) {
    const key = `${opens}–${closes}`
    const days = [...(lines.get(key)?.weekdays ?? []), ...weekdays].sort((a, b) => a - b)
    lines.set(key, { weekdays: days, opens, closes })
  }
  const first = ({ weekdays, opens }: OpeningHours) => `${weekdays[0]} ${opens}`
  return lines.size ? [...lines.values()].sort((a, b) => first(a).localeCompare(first(b))) : null
}

export interface WeekProblem {
  /** From 0, Monday. */
  day: number
  /** From 0, the first one of the day. */
  span: number
  part: keyof Span
  kind: "required" | "same" | "overlap"
}

/** What is wrong with which time of a week. The server refuses the same, but names its own lines, which nobody sees. */
export function weekProblems(week: Week): WeekProblem[] {
  const spans = week.flatMap((day, index) =>
    day.spans.map((span, number) => ({ span, at: { day: index, span: number } }))
  )
  const wrong = spans.flatMap(({ span, at }) => ownProblems(span).map((problem) => ({ ...at, ...problem })))
  if (wrong.length) return wrong
  const pieces = allPieces(week)
  return spans
    .filter(({ span }, index) => {
      const earlier = new Set(spans.slice(0, index).map((other) => other.span))
      const own = pieces.filter(({ of }) => of === span)
      return own.some((piece) => pieces.some((other) => earlier.has(other.of) && overlap(piece, other)))
    })
    .map(({ at }) => ({ ...at, part: "opens", kind: "overlap" }))
}

function ownProblems({ opens, closes }: Span): Pick<WeekProblem, "part" | "kind">[] {
  if (!opens) return [{ part: "opens", kind: "required" }]
  if (!closes) return [{ part: "closes", kind: "required" }]
  return opens === closes && opens !== MIDNIGHT ? [{ part: "closes", kind: "same" }] : []
}

const overlap = (a: Piece, b: Piece) =>
  a.weekdays[0] === b.weekdays[0] && a.opens < b.closes && b.opens < a.closes

/** Neighbouring days with the same hours; what is closed is left out. */
export interface DayGroup {
  /** 1 is Monday. */
  from: number
  to: number
  spans: Span[]
}

/** A week as short as a sign at the door. */
export function dayGroups(lines: readonly OpeningHours[] | null): DayGroup[] {
  const groups: DayGroup[] = []
  weekOf(lines).forEach(({ spans }, index) => {
    const day = index + 1
    const last = groups.at(-1)
    if (!spans.length) return
    if (last?.to === index && sameSpans(last.spans, spans)) last.to = day
    else groups.push({ from: day, to: day, spans })
  })
  return groups
}

const sameSpans = (a: readonly Span[], b: readonly Span[]) => JSON.stringify(a) === JSON.stringify(b)
