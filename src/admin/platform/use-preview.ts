import { useQuery } from "@tanstack/react-query"
import { usePaused } from "../forms/use-paused"

export interface Preview<Answer> {
  /** null while it is asked for, or was refused. */
  answer: Answer | null
  refusal: Error | null
  isLoading: boolean
}

/**
 * What a form would do as it stands: asked once it rests, and anew each time it is opened.
 * @param key of whom it is asked about
 * @param wish as the server takes it; null while something is missing
 */
export function usePreview<Wish extends object, Answer>(
  key: readonly string[],
  wish: Wish | null,
  ask: (wish: Wish) => Promise<Answer>
): Preview<Answer> {
  const wanted = JSON.stringify(wish)
  const asked = usePaused(wanted)
  const { data, error, isFetching } = useQuery({
    queryKey: [...key, asked],
    queryFn: async () => ask(JSON.parse(asked) as Wish),
    enabled: asked !== "null",
    retry: false,
    gcTime: 0,
  })
  const isLoading = wish !== null && (wanted !== asked || isFetching)
  if (wish === null || isLoading) return { answer: null, refusal: null, isLoading }
  return { answer: error ? null : (data ?? null), refusal: error, isLoading }
}
