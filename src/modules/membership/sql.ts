import { createHash } from "node:crypto"
import { raw } from "@medusajs/framework/mikro-orm/core"
import { assert } from "../../domain/errors"
import type { Tx } from "./types"

/** Runs one statement in the verb's transaction and returns its rows. Bindings are `?`. */
export async function execute<T>(tx: Tx, statement: string, bindings: unknown[] = []): Promise<T[]> {
  const { transactionManager } = tx
  assert(transactionManager, "a statement runs inside a verb's transaction")
  const values = bindings.map((value): unknown => (typeof value === "string" ? raw(literal(value)) : value))
  return transactionManager.execute<T[]>(statement, values, "all")
}

/**
 * A text as it stands in a statement: the same as the driver makes of it, at once instead of letter by letter, which takes
 * it thirty times as long for the rows of a hundred charges.
 */
export function literal(text: string): string {
  const quoted = `'${text.replaceAll("'", "''")}'`
  return text.includes("\\") ? ` E${quoted.replaceAll("\\", "\\\\")}` : quoted
}

/** A statement that runs with every check-in. */
export interface Prepared {
  readonly name: string
  readonly statement: string
}

/** A connection plans it once: planning these takes several times as long as running them. */
export function prepared(statement: string): Prepared {
  const hash = createHash("sha256").update(statement).digest("hex")
  return { name: `membership_${hash.slice(0, 16)}`, statement }
}

/** What a connection pooler in front of the database answers that gives each statement another connection. */
const NOT_KEPT: readonly unknown[] = ["26000", "42P05"]
let connectionsKeepStatements = true

/** Outside of a transaction by its name; the first time that a pooler has lost it, and from then on, without. */
export async function executePrepared<T>(
  tx: Tx,
  { name, statement }: Prepared,
  bindings: readonly unknown[]
): Promise<T[]> {
  const { transactionManager } = tx
  assert(transactionManager, "a statement runs with a manager of the database")
  const values = [...bindings]
  if (transactionManager.isInTransaction() || !connectionsKeepStatements)
    return execute(tx, statement, values)
  try {
    const query = transactionManager.getKnex().raw(statement, values as string[])
    const { rows } = (await query.options({ name })) as { rows: T[] }
    return rows
  } catch (error) {
    if (!NOT_KEPT.includes((error as { code?: unknown }).code)) throw error
    connectionsKeepStatements = false
    return execute(tx, statement, values)
  }
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
