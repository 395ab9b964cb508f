import { useRef } from "react"

/** A try whose answer was lost keeps its key, so that the next try of the same does not do it twice (ACCESS-4, BILL-1). */
export function useIdempotencyKey() {
  const last = useRef<{ wish: string; value: string } | null>(null)
  return (body: object) => {
    const wish = JSON.stringify(body)
    if (last.current?.wish !== wish) last.current = { wish, value: newKey() }
    return { value: last.current.value, done: () => (last.current = null) }
  }
}

/** `randomUUID` is only there on pages that came encrypted, and a tablet in the studio's network may have none. */
const newKey = () => [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-")
