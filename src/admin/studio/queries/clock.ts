import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { api } from "../../platform/api"
import type { StudioClock, StudioRun } from "../types"

export type ClockChange = { now: string } | { advance: string } | { release: true }

const PATH = "/admin/studio-clock"
const RUN = ["studio-clock-run"]

interface ClockAnswer {
  studio_clock: StudioClock
  run: StudioRun | null
}

/** Of this visit: what was done when the clock was moved last, or is being done. Nobody is asked for it. */
export function useClockRun() {
  return (
    useQuery<StudioRun | null>({ queryKey: RUN, queryFn: () => null, enabled: false, staleTime: Infinity })
      .data ?? null
  )
}

/** Bigger work than a request should last comes in several; each goes on where the last one stopped. */
async function moveOn(
  client: QueryClient,
  change: ClockChange,
  before: StudioRun["ran"]
): Promise<ClockAnswer> {
  const { studio_clock, run } = await api.post<ClockAnswer>(PATH, change)
  const all = run && { ...run, ran: [...before, ...run.ran] }
  client.setQueryData(RUN, all)
  if (!all || all.complete || all.failure) return { studio_clock, run: all }
  return moveOn(client, { now: all.target }, all.ran)
}

export function useAdjustClock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (change: ClockChange) => {
      client.setQueryData(RUN, null)
      return moveOn(client, change, [])
    },
    // Every status and every date that is shown anywhere depends on it, however far it came.
    onSettled: async () => client.invalidateQueries(),
  })
}

/** When the next membership is charged; null where none will be. */
export async function nextRenewal(): Promise<string | null> {
  const { instants } = await api.get<{ instants: { work: string; at: string }[] }>(PATH)
  return instants.find(({ work }) => work === "renewals")?.at ?? null
}
