/**
 * Who sits where, as a flow: people of one kind (they fit the same groups of rows) into groups. Seating one more
 * on a group may move others between groups, but never takes anybody's seat: the groups that can be filled
 * together form a matroid, which is what makes the greedy choice of `cheapest-counts.ts` exact.
 */
export interface SeatFlow {
  readonly kinds: readonly PersonKind[]
  readonly group_count: number
  /** People of each kind who have no seat yet. */
  readonly waiting: number[]
  /** Seated people by kind and group: `seated[kind * group_count + group]`. */
  readonly seated: number[]
}

/** People who fit exactly the same groups. */
export interface PersonKind {
  /** Indexes into the given people, in their order. */
  readonly people: readonly number[]
  /** By group. */
  readonly fits: readonly boolean[]
}

export function emptyFlow(kinds: readonly PersonKind[], group_count: number): SeatFlow {
  return {
    kinds,
    group_count,
    waiting: kinds.map((kind) => kind.people.length),
    seated: new Array<number>(kinds.length * group_count).fill(0),
  }
}

/** Seats up to `count` more people on a group; answers how many found a seat. */
export function seatMore(flow: SeatFlow, group: number, count: number): number {
  let done = seatWaiting(flow, group, count)
  while (done < count) {
    const path = findPath(flow, group)
    if (path.kind === null) break
    done += shift(flow, group, path, count - done)
  }
  return done
}

/** Seats those who need nobody to move; a search for each of them would cost far more. */
function seatWaiting(flow: SeatFlow, group: number, count: number): number {
  const { kinds, group_count, waiting, seated } = flow
  let done = 0
  for (let kind = 0; kind < kinds.length && done < count; kind++) {
    if (waiting[kind] === 0 || !kinds[kind]!.fits[group]) continue
    const amount = Math.min(waiting[kind]!, count - done)
    waiting[kind]! -= amount
    seated[kind * group_count + group]! += amount
    done += amount
  }
  return done
}

/** The groups among which people would have to move to seat one more on `group`; useful when that failed. */
export function groupsInTheWay(flow: SeatFlow, group: number): number[] {
  return [...findPath(flow, group).reached]
}

interface Path {
  /** Kind of the person who sits down; null when nobody can. */
  readonly kind: number | null
  /** Group that this person takes. */
  readonly entry: number
  /** Groups in the order in which the search reached them. */
  readonly reached: readonly number[]
  /** For each reached group: the kind that leaves it, and the group that kind moves to. */
  readonly leaving: readonly number[]
  readonly moves_to: readonly number[]
}

/** Breadth first from the group that wants a person; the shortest chain of moves, earliest kinds and groups first. */
function findPath(flow: SeatFlow, group: number): Path {
  const { kinds, group_count, waiting, seated } = flow
  const reached = [group]
  const leaving = new Array<number>(group_count).fill(-1)
  const moves_to = new Array<number>(group_count).fill(-1)
  const kind_seen = new Array<boolean>(kinds.length).fill(false)
  // The list grows while it is walked.
  for (const entry of reached) {
    for (let kind = 0; kind < kinds.length; kind++) {
      if (kind_seen[kind] || !kinds[kind]!.fits[entry]) continue
      if (waiting[kind]! > 0) return { kind, entry, reached, leaving, moves_to }
      kind_seen[kind] = true
      for (let other = 0; other < group_count; other++) {
        if (other === group || leaving[other] !== -1 || seated[kind * group_count + other] === 0) continue
        leaving[other] = kind
        moves_to[other] = entry
        reached.push(other)
      }
    }
  }
  return { kind: null, entry: group, reached, leaving, moves_to }
}

/** Moves as many people along a path as it carries, at most `count`. */
function shift(flow: SeatFlow, group: number, path: Path, count: number): number {
  const { group_count, waiting, seated } = flow
  const kind = path.kind!
  let amount = Math.min(count, waiting[kind]!)
  for (let at = path.entry; at !== group; at = path.moves_to[at]!)
    amount = Math.min(amount, seated[path.leaving[at]! * group_count + at]!)
  waiting[kind]! -= amount
  seated[kind * group_count + path.entry]! += amount
  for (let at = path.entry; at !== group; at = path.moves_to[at]!) {
    const base = path.leaving[at]! * group_count
    seated[base + at]! -= amount
    seated[base + path.moves_to[at]!]! += amount
  }
  return amount
}
