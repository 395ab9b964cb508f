import { useMutation, useQueryClient } from "@tanstack/react-query"
import { api } from "../../platform/api"
import type { StudioClock } from "../types"

export type ClockChange = { now: string } | { advance: string } | { release: true }

export function useAdjustClock() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (change: ClockChange) =>
      (await api.post<{ studio_clock: StudioClock }>("/admin/studio-clock", change)).studio_clock,
    // Every status and every date that is shown anywhere depends on it.
    onSuccess: async () => client.invalidateQueries(),
  })
}
