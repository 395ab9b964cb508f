/** One line of the table. All times in nanoseconds. */
export interface Measurement {
  readonly what: string
  /** What the times are for: "a seat", "a seating". */
  readonly per: string
  /** Median over the cases of each case's median. */
  readonly median_ns: number
  /** The median of the slowest case: this is what must meet the target. */
  readonly slowest_case_ns: number
  readonly cases: number
  readonly target_ns: number
}

export interface Measured {
  readonly what: string
  readonly per: string
  readonly target_ns: number
  /** Different inputs; each is measured by itself, so that an adversarial one cannot hide behind the others. */
  readonly cases: number
  readonly samples_per_case: number
  readonly calls_per_sample: number
  /** Into how many units one call is divided, such as seats. */
  readonly units_per_call: number
  /** Gives something of its result, so that the work cannot be optimised away. */
  readonly run: (index: number) => number
}

let sink = 0

/** Runs every case often, after one round to warm up. */
export function measure(measured: Measured): Measurement {
  const { what, per, target_ns, cases } = measured
  const indexes = Array.from({ length: cases }, (_, index) => index)
  indexes.forEach((index) => caseMedian(measured, index))
  const medians = indexes.map((index) => caseMedian(measured, index)).sort((a, b) => a - b)
  if (!Number.isFinite(sink)) throw new Error("a run gave no number")
  return {
    what,
    per,
    target_ns,
    cases,
    median_ns: medians[cases >> 1]!,
    slowest_case_ns: medians[cases - 1]!,
  }
}

/** Median time of one unit of one case. */
function caseMedian(measured: Measured, index: number): number {
  const { samples_per_case, calls_per_sample, units_per_call, run } = measured
  const times = Array.from({ length: samples_per_case }, () => {
    const began = process.hrtime.bigint()
    for (let call = 0; call < calls_per_sample; call++) sink += run(index)
    return Number(process.hrtime.bigint() - began) / calls_per_sample / units_per_call
  })
  return times.sort((a, b) => a - b)[samples_per_case >> 1]!
}

/** A fixed sequence of whole numbers below `limit`, the same in every run (a linear congruential generator). */
export function seededNumbers(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
}
