import { useSearchParams } from "react-router-dom"
import type { MembershipListQuery } from "../queries/memberships"

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

/** What the address asks for. */
export function useListQuery(): MembershipListQuery {
  const [params] = useSearchParams()
  const offset = Number(params.get("offset") ?? 0)
  return {
    limit: PAGE_SIZE,
    offset: Number.isSafeInteger(offset) && offset > 0 ? offset : 0,
    q: params.get("q") ?? undefined,
    status: chosen(params.get("status")),
    plan_id: chosen(params.get("plan_id")),
    kind: chosen(params.get("kind"))?.[0],
    audience: chosen(params.get("audience")),
  }
}
