import Medusa from "@medusajs/js-sdk"
import { ApiError, type Refusal } from "./api-error"

export { ApiError }
export type { Problem } from "./api-error"

/** Put in by the dashboard's build: where the backend is, and how the dashboard logs in to it. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

const baseUrl = __BACKEND_URL__ ?? "/"
const authType = __AUTH_TYPE__ ?? "session"

/** Knows where the dashboard keeps its token. Its own requests lose a refusal's code and details, so we send ours. */
const sdk = new Medusa({
  baseUrl,
  auth: { type: authType, jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ ?? undefined },
})

/** A list becomes a key that is repeated; what is undefined is left out. */
export type Query = Record<string, string | number | boolean | readonly string[] | undefined>

function addressOf(path: string, query: Query): string {
  const origin = baseUrl === "" || baseUrl === "/" ? window.location.origin : baseUrl
  const url = new URL(origin.replace(/\/$/, "") + path)
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined) continue
    for (const each of [value].flat()) url.searchParams.append(key, String(each))
  }
  return url.toString()
}

async function headers(): Promise<Record<string, string>> {
  const json = { accept: "application/json", "content-type": "application/json" }
  const token = authType === "jwt" ? await sdk.client.getToken() : null
  return token ? { ...json, authorization: `Bearer ${token}` } : json
}

interface Request {
  query?: Query
  body?: unknown
  /** The same key twice is the same request, which is done once. */
  key?: string
}

async function send<Answer>(
  method: string,
  path: string,
  { query = {}, body, key }: Request
): Promise<Answer> {
  const answer = await fetch(addressOf(path, query), {
    method,
    headers: { ...(await headers()), ...(key === undefined ? {} : { "Idempotency-Key": key }) },
    credentials: authType === "session" ? "include" : "omit",
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const json: unknown = await answer.json().catch(() => ({}))
  if (!answer.ok) throw new ApiError(answer.status, json as Refusal)
  return json as Answer
}

/** Requests to the backend as whoever is logged in to the dashboard. @throws ApiError with the server's refusal */
export const api = {
  get: async <Answer>(path: string, query?: Query) => send<Answer>("GET", path, { query }),
  post: async <Answer>(path: string, body: unknown = {}, query?: Query, key?: string) =>
    send<Answer>("POST", path, { body, query, key }),
  delete: async <Answer>(path: string) => send<Answer>("DELETE", path, {}),
}
