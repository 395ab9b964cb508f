import { useSearchParams } from "react-router-dom"

export const PAGE_SIZE = 20

/** The dashboard's table keeps its filters in the address as JSON; a hand-written value is taken as it is. */
function chosen(raw: string | null): string[] | undefined {
  if (raw === null) return undefined
  const values = [parse(raw)].flat().filter((value): value is string => typeof value === "string")
  return values.length ? values : undefined
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw)
  } catch {
    return raw
  }
}

/** What the address asks of a table's page. */
export interface Address {
  limit: number
  offset: number
  q: string | undefined
  many: (filter: string) => string[] | undefined
  one: (filter: string) => string | undefined
}

export function useAddress(): Address {
  const [params] = useSearchParams()
  const offset = Number(params.get("offset") ?? 0)
  return {
    limit: PAGE_SIZE,
    offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0,
    q: params.get("q") ?? undefined,
    many: (filter) => chosen(params.get(filter)),
    one: (filter) => chosen(params.get(filter))?.[0],
  }
}
