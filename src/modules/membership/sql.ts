import { assert } from "../../domain/errors"
import type { Tx } from "./types"

/** Runs one statement in the verb's transaction and returns its rows. Bindings are `?`. */
export async function execute<T>(tx: Tx, statement: string, bindings: unknown[] = []): Promise<T[]> {
  const { transactionManager } = tx
  assert(transactionManager, "a statement runs inside a verb's transaction")
  return transactionManager.execute<T[]>(statement, bindings, "all")
}

/**
 * Locks one row until the transaction ends, so that what is decided from it cannot change meanwhile.
 * @returns false when there is no such row
 */
export async function lockRow(tx: Tx, table: string, id: string): Promise<boolean> {
  const rows = await execute(tx, `select id from "${table}" where id = ? and deleted_at is null for update`, [
    id,
  ])
  return rows.length > 0
}

/** Locks several rows, in the order of their ids, so that two verbs never wait for each other. */
export async function lockRows(tx: Tx, table: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await execute(tx, `select id from "${table}" where id = any(?) order by id for update`, [textArray(ids)])
}

/** A list as one binding, for `= any(?)`; the driver would spell an array out, and an empty one not at all. */
export function textArray(values: readonly string[]): string {
  return `{${values.map((value) => JSON.stringify(value)).join(",")}}`
}

/** What finds a word anywhere in a text by `ilike`; what the pattern's language would take for a sign is a letter. */
export const containing = (word: string): string => `%${word.replace(/[\\%_]/g, "\\$&")}%`
