import { bankError } from "./errors"
import { rowsOf, type Tx } from "./tables"

/** What the bank knows of a key that was used before. */
export interface KnownKey {
  readonly request: string
  readonly result_id: string
  readonly is_forgotten: boolean
}

/**
 * The result that a key stands for, or null where the request has to be carried out: the key is new, or so old that the
 * bank has forgotten it.
 * @throws `idempotency_key_reused` where the key stood for another request
 */
export function replayOf(known: KnownKey | null, request: string): string | null {
  if (!known || known.is_forgotten) return null
  if (known.request === request) return known.result_id
  throw bankError("idempotency_key_reused", "The bank knows this idempotency key from another request.")
}

/** A request as a text that is the same for the same request, in whatever order its fields came. */
export function requestText(operation: string, request: object): string {
  const sorted = (_key: string, value: unknown): unknown =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value
  return `${operation} ${JSON.stringify(request, sorted)}`
}

interface Keyed {
  readonly key: string | null
  readonly request: string
  /** How long the bank remembers a key, by its own clock. */
  readonly key_hours: number
}

/**
 * Carries a request out once for its key. Who comes with the same key meanwhile waits for the first one's commit, and
 * gets its result; where the first one fails, nothing is kept, and the next one tries.
 * @param work answers the id of its result
 */
export async function onceForKey(
  tx: Tx,
  { key, request, key_hours }: Keyed,
  work: () => Promise<string>
): Promise<{ result_id: string; is_replayed: boolean }> {
  if (key === null) return { result_id: await work(), is_replayed: false }
  const [claimed] = await rowsOf(
    tx,
    `insert into payment_sandbox_key (key, request) values (?, ?) on conflict do nothing returning key`,
    [key, request]
  )
  const replayed = claimed ? null : replayOf(await findKey(tx, key, key_hours), request)
  if (replayed !== null) return { result_id: replayed, is_replayed: true }
  const result_id = await work()
  await rowsOf(
    tx,
    `update payment_sandbox_key set request = ?, result_id = ?, created_at = now() where key = ?`,
    [request, result_id, key]
  )
  return { result_id, is_replayed: false }
}

async function findKey(tx: Tx, key: string, key_hours: number): Promise<KnownKey | null> {
  const [known] = await rowsOf<KnownKey>(
    tx,
    `select request, result_id, created_at <= now() - ? * interval '1 hour' as is_forgotten
     from payment_sandbox_key where key = ? for update`,
    [key_hours, key]
  )
  return known ?? null
}
