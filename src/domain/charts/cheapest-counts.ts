import { convexEnvelope, type EnvelopeSegment } from "./convex-envelope"
import { emptyFlow, seatMore, type PersonKind } from "./seat-flow"

/** What the seats of one group of rows cost, and how many it takes. */
export interface GroupCost {
  /** Cost of the first k seats at index k, from 0 to `max`; whole numbers, in any shape. */
  readonly costs: readonly number[]
  readonly min: number
  readonly max: number
}

/** Part of the search: every group has between `min` and `max` seats. */
interface Node {
  readonly min: readonly number[]
  readonly max: readonly number[]
  readonly envelopes: readonly (readonly EnvelopeSegment[])[]
  /** The counts that are cheapest by the envelopes; legal, so their true cost is a candidate. */
  readonly counts: readonly number[]
  /** No counts of this part cost less. */
  readonly bound: number
}

/**
 * How many parts one search looks at, so that it answers within seconds whatever it is given. Charts of real studios
 * need tens. Hundreds of people on ten and more overlapping classifications, each with a dear first seat and no `Any`
 * row, would need millions: that is set cover in disguise. A part costs up to kinds² × groups steps.
 */
function partsMax(kinds: readonly PersonKind[], groups: readonly GroupCost[]): number {
  const affordable = 1_000_000_000 / (kinds.length ** 2 * groups.length)
  return Math.max(50, Math.min(5_000, Math.floor(affordable)))
}

export interface CheapestCounts {
  /** Seats by group. */
  readonly counts: readonly number[]
  /** False when the search was cut short: legal and good, but something cheaper may exist. */
  readonly is_proven: boolean
}

/**
 * The cheapest number of seats per group that seats everybody; null when nothing does.
 *
 * With rising prices in each group the greedy choice is exact. Where prices fall it is exact for their convex
 * envelope only, so the search splits a group whose envelope lies below its cost at the chosen count, which
 * makes both halves tighter, and drops what cannot be cheaper than the best found (branch and bound).
 * Among equally cheap counts the first found stays, and groups are tried in order: the result is deterministic.
 */
export function cheapestCounts(
  kinds: readonly PersonKind[],
  groups: readonly GroupCost[],
  parts_max = partsMax(kinds, groups)
): CheapestCounts | null {
  const best: { counts: readonly number[] | null; cost: number } = { counts: null, cost: Infinity }
  let parts = 0
  const open: Node[] = []
  const consider = (node: Node | null) => {
    parts += 1
    if (!node) return
    const cost = totalCost(groups, node.counts)
    if (cost < best.cost) {
      best.counts = node.counts
      best.cost = cost
    }
    if (node.bound < best.cost) open.push(node)
  }
  consider(rootNode(kinds, groups))
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.bound >= best.cost) continue
    if (parts >= parts_max) return best.counts && { counts: best.counts, is_proven: false }
    const halves = split(kinds, groups, node)
    // The more promising half last, so that it is searched first and finds a good candidate early.
    halves.sort((a, b) => (b?.bound ?? Infinity) - (a?.bound ?? Infinity))
    halves.forEach(consider)
  }
  return best.counts && { counts: best.counts, is_proven: true }
}

function rootNode(kinds: readonly PersonKind[], groups: readonly GroupCost[]): Node | null {
  const min = groups.map((group) => group.min)
  const max = groups.map((group) => group.max)
  const envelopes = groups.map((group) => convexEnvelope(group.costs, group.min, group.max))
  return relax(kinds, groups, { min, max, envelopes })
}

/** The two halves of a node at the count where its envelope lies furthest below the true cost; none without a gap. */
function split(kinds: readonly PersonKind[], groups: readonly GroupCost[], node: Node): (Node | null)[] {
  const group = widestGap(groups, node)
  if (group === null) return []
  const at = node.counts[group]!
  const part = (min: number, max: number) =>
    relax(kinds, groups, {
      min: node.min.with(group, min),
      max: node.max.with(group, max),
      envelopes: node.envelopes.with(group, convexEnvelope(groups[group]!.costs, min, max)),
    })
  return [part(node.min[group]!, at), part(at + 1, node.max[group]!)]
}

/**
 * Seats everybody at the least envelope cost: the minimum of each group first, then segments by rising slope,
 * each as far as people can be found for it. Null when a minimum or somebody cannot be seated.
 */
function relax(
  kinds: readonly PersonKind[],
  groups: readonly GroupCost[],
  node: Pick<Node, "min" | "max" | "envelopes">
): Node | null {
  const flow = emptyFlow(kinds, groups.length)
  for (let group = 0; group < groups.length; group++)
    if (seatMore(flow, group, node.min[group]!) < node.min[group]!) return null
  const counts = [...node.min]
  let bound = totalCost(groups, counts)
  for (const { group, segment } of bySlope(node.envelopes)) {
    // A group that could not fill its last segment can never fill a later one.
    if (counts[group] !== segment.from) continue
    const count = seatMore(flow, group, segment.to - segment.from)
    counts[group] += count
    bound += count * segment.slope
  }
  if (flow.waiting.some((count) => count > 0)) return null
  return { ...node, counts, bound: wholeBound(bound) }
}

function bySlope(envelopes: Node["envelopes"]): { group: number; segment: EnvelopeSegment }[] {
  return envelopes
    .flatMap((segments, group) => segments.map((segment) => ({ group, segment })))
    .sort((a, b) => a.segment.slope - b.segment.slope || a.group - b.group || a.segment.from - b.segment.from)
}

function widestGap(groups: readonly GroupCost[], node: Node): number | null {
  let widest = 0
  let group_of_widest: number | null = null
  groups.forEach((group, index) => {
    const count = node.counts[index]!
    const segment = node.envelopes[index]!.find(({ from, to }) => from < count && count < to)
    if (!segment) return
    const gap = group.costs[count]! - group.costs[segment.from]! - segment.slope * (count - segment.from)
    if (gap <= widest) return
    widest = gap
    group_of_widest = index
  })
  return group_of_widest
}

function totalCost(groups: readonly GroupCost[], counts: readonly number[]): number {
  return groups.reduce((sum, group, index) => sum + group.costs[counts[index]!]!, 0)
}

/** Costs are whole, so a fractional bound rounds up; the slack absorbs what division lost. */
function wholeBound(bound: number): number {
  return Math.ceil(bound - 1e-6 - bound * 1e-12)
}
