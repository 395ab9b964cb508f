import { useRef } from "react"
import { api, type Query } from "./api"

/**
 * A POST that does its work once: a try whose answer was lost keeps its key, so that the next try of the same does not do
 * it twice (ACCESS-4, BILL-1). What is sent anew after an answer is something new.
 */
export function usePostOnce() {
  const last = useRef<{ wish: string; key: string } | null>(null)
  return async <Answer>(path: string, body: object, query: Query = {}): Promise<Answer> => {
    const wish = JSON.stringify([path, body])
    if (last.current?.wish !== wish) last.current = { wish, key: newKey() }
    const answer = await api.post<Answer>(path, body, query, last.current.key)
    last.current = null
    return answer
  }
}

/** `randomUUID` is only there on pages that came encrypted, and a tablet in the studio's network may have none. */
const newKey = () =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-")
