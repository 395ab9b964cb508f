import { randomUUID } from "node:crypto"
import { setTimeout as sleep } from "node:timers/promises"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Actor } from "../../domain/actor"
import { afterRun, dueDaily, NOTHING_TRIED, nextWork, type Tried } from "../../domain/time/due-work"
import { DAILY_AT, LIVED_WORK, type LivedWork } from "../../domain/time/lived-work"
import type { Instant, TimeZone } from "../../domain/time/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ClockMove, ClockTarget, StudioDue } from "../../modules/membership/types"
import { jobsEnded, STUDIO_WORK } from "./studio-work"

/** No request takes much longer; whoever asks again goes on. */
const LIVE_SECONDS = 10
const BEAT_MS = 15_000
const LOOK_AGAIN_MS = 100

export type LiveUntilInput = ClockTarget & {
  readonly actor: Actor
  /** How long it may take, by the machine's time; it comes to the next instant at least. */
  readonly seconds?: number
}

/** What was done at one instant. */
export interface RanWork {
  readonly at: Instant
  readonly work: LivedWork
  /** How much of it. */
  readonly count: number
}

export interface Lived {
  readonly ran: readonly RanWork[]
  readonly target: Instant
  /** Where the clock stands; what was due until then is done. */
  readonly reached: Instant
  /** It stands at the target, and nothing is left that could be done. */
  readonly complete: boolean
  /** What failed where the clock stands now. */
  readonly failure: { readonly work: LivedWork; readonly message: string } | null
  /** What ran and is due all the same: it is tried again, or waits for staff. */
  readonly still_due: readonly LivedWork[]
}

/**
 * Moves the clock to a later time, and does everything that is due on the way at its own instant, in order (TIME-5): terms
 * begin, credits expire and roll over, charges are made, tried and tried again, who does not pay is canceled, and everybody
 * is told. An error stops it there; nothing of it is lost, and asking again goes on.
 * @throws DomainError `clock_is_moving` while somebody else does; `not_found`, `date_invalid`, `interval_invalid`
 */
export async function liveUntil(
  container: MedusaContainer,
  { seconds = LIVE_SECONDS, ...input }: LiveUntilInput
): Promise<Lived> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const move = await membership.beginClockMove({ ...input, token: randomUUID() })
  const beat = setInterval(() => void membership.keepClockMove(move.token).catch(() => undefined), BEAT_MS)
  const time = { isOver: false }
  const end = setTimeout(() => (time.isOver = true), seconds * 1000)
  try {
    await jobsEnded()
    return await live(container, move, time)
  } finally {
    clearInterval(beat)
    clearTimeout(end)
    await membership.endClockMove(move.token)
  }
}

async function live(
  container: MedusaContainer,
  { token, from, to: target }: ClockMove,
  time: { readonly isOver: boolean }
): Promise<Lived> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const zone = await membership.zoneOf(null)
  const ran: RanWork[] = []
  let [at, tried, hasMoved] = [from, NOTHING_TRIED as Tried<LivedWork>, false]
  const told = (rest: Partial<Lived>): Lived => ({
    ...{ ran, target, reached: at, complete: false, failure: null, still_due: [], ...rest },
  })
  for (;;) {
    const studio = await membership.dueInstants()
    const due = dueOf(studio, { at, zone, tried })
    const next = nextWork({ kinds: LIVED_WORK, due, at, target, tried })
    if (next.do === "end")
      return told({ complete: true, still_due: LIVED_WORK.filter((work) => due[work].is_due) })
    if (next.do === "run") {
      try {
        const count = await STUDIO_WORK[next.kind](container)
        tried = afterRun(tried, next.kind, count)
        note(ran, { at, work: next.kind, count })
      } catch (error) {
        return told({ failure: failed(container, next.kind, error as Error) })
      }
      continue
    }
    if (time.isOver && (hasMoved || studio.is_charging)) return told({})
    // Whoever calls a provider at this moment would find themselves days later when it answers.
    if (studio.is_charging) {
      await sleep(LOOK_AGAIN_MS)
      continue
    }
    await membership.moveClock({ token, to: next.to })
    ;[at, tried, hasMoved] = [next.to, NOTHING_TRIED, true]
  }
}

interface Stand {
  readonly at: Instant
  readonly zone: TimeZone
  readonly tried: Tried<LivedWork>
}

function dueOf({ due }: StudioDue, { at, zone, tried }: Stand) {
  const has_run = tried.runs.daily !== undefined
  return { ...due, daily: dueDaily(DAILY_AT, { at, zone, has_run }) }
}

/** One entry for each kind and instant. */
function note(ran: RanWork[], { at, work, count }: RanWork): void {
  if (count === 0) return
  const known = ran.findIndex((each) => each.at === at && each.work === work)
  if (known < 0) ran.push({ at, work, count })
  else ran[known] = { at, work, count: ran[known]!.count + count }
}

function failed(container: MedusaContainer, work: LivedWork, { message }: Error): Lived["failure"] {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.error(`The clock stopped, because ${work} failed: ${message}`)
  return { work, message }
}
