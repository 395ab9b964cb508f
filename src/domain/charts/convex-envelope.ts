/** A straight piece of a convex envelope: `slope` is the cost of each step from `from` to `to`. */
export interface EnvelopeSegment {
  readonly from: number
  readonly to: number
  readonly slope: number
}

/**
 * The greatest convex function below `costs` on the whole numbers from `min` to `max`, as segments of rising
 * slope. It touches `costs` at both ends of each segment.
 */
export function convexEnvelope(costs: readonly number[], min: number, max: number): EnvelopeSegment[] {
  const corners: number[] = []
  for (let at = min; at <= max; at++) {
    while (
      corners.length >= 2 &&
      !turnsUp(costs, corners[corners.length - 2]!, corners[corners.length - 1]!, at)
    )
      corners.pop()
    corners.push(at)
  }
  return corners.slice(1).map((to, index) => {
    const from = corners[index]!
    return { from, to, slope: (costs[to]! - costs[from]!) / (to - from) }
  })
}

/** Whether the middle corner lies strictly below the line from the first to the last. */
function turnsUp(costs: readonly number[], first: number, middle: number, last: number): boolean {
  const rise = costs[middle]! - costs[first]!
  return rise * (last - first) < (costs[last]! - costs[first]!) * (middle - first)
}
