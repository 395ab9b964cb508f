import { DomainError } from "../../../domain/errors"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Tx } from "../types"

/** After this long an unfinished call is taken for dead, and its key may be claimed again. */
const LOCK_SECONDS = 120

export interface KeyClaim {
  readonly scope: string
  readonly key: string
  readonly body_hash: string
}

export interface KeptAnswer {
  readonly status: number
  readonly body: unknown
}

interface KeyRow {
  body_hash: string
  response_status: number | null
  response_body: { body: unknown } | null
}

/**
 * Idempotency keys of HTTP writes. One statement claims a key, so of two calls at once exactly one runs. The
 * lock uses the database's time: it is about processes, not about the studio's calendar.
 */
export class IdempotencyService {
  /**
   * @returns the kept answer when this call was already answered, null when the caller now owns the key
   * @throws DomainError `idempotency_key_reused`, `idempotency_key_in_progress`
   */
  async claim({ scope, key, body_hash }: KeyClaim, tx: Tx): Promise<KeptAnswer | null> {
    const claimed = await execute(
      tx,
      `insert into membership_idempotency_key (id, scope, key, body_hash, locked_until)
       values (?, ?, ?, ?, now() + ? * interval '1 second')
       on conflict (scope, key) where deleted_at is null do update
         set body_hash = excluded.body_hash, locked_until = excluded.locked_until
         where membership_idempotency_key.response_status is null
           and membership_idempotency_key.locked_until < now()
       returning id`,
      [newEntityId("midem"), scope, key, body_hash, LOCK_SECONDS]
    )
    if (claimed.length) return null
    const [row] = await execute<KeyRow>(
      tx,
      `select body_hash, response_status, response_body from membership_idempotency_key where scope = ? and key = ?`,
      [scope, key]
    )
    const answered = row?.response_status ?? null
    if (row?.body_hash !== undefined && row.body_hash !== body_hash) {
      throw new DomainError(
        "idempotency_key_reused",
        "This Idempotency-Key was already used with another body. Send a new key for a new request."
      )
    }
    if (!row || answered === null) {
      throw new DomainError(
        "idempotency_key_in_progress",
        "The first request with this Idempotency-Key is still running. Try again in a moment."
      )
    }
    return { status: answered, body: row.response_body?.body ?? null }
  }

  async settle({ scope, key }: KeyClaim, answer: KeptAnswer, tx: Tx): Promise<void> {
    await execute(
      tx,
      `update membership_idempotency_key set response_status = ?, response_body = ?::jsonb
       where scope = ? and key = ?`,
      [answer.status, JSON.stringify({ body: answer.body }), scope, key]
    )
  }

  /** Keys are for retries: after two days their answers are forgotten. */
  async forgetOld(tx: Tx): Promise<void> {
    await execute(tx, `delete from membership_idempotency_key where created_at < now() - interval '2 days'`)
  }

  async release({ scope, key }: KeyClaim, tx: Tx): Promise<void> {
    await execute(
      tx,
      `delete from membership_idempotency_key where scope = ? and key = ? and response_status is null`,
      [scope, key]
    )
  }
}
