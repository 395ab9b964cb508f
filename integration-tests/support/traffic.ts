import { Client } from "@medusajs/framework/pg"

/** What went to the database. */
export interface Traffic {
  /** Without those that begin and end transactions. */
  readonly statements: number
  /** Of transactions, and of statements outside of any that are no mere reading. */
  readonly commits: number
}

type Query = (this: Client, config: { readonly text: string } | string, ...rest: unknown[]) => unknown

const BEGINS = /^\s*(begin|start transaction)/i
const COMMITS = /^\s*commit/i
const ENDS = /^\s*(commit|rollback\s*;?\s*$)/i
const READS = /^\s*(select|show)/i
const MARKS = /^\s*(savepoint|release|rollback to)/i

/** Counts at the driver, of all connections of this process. */
export async function countTraffic(call: () => Promise<unknown>): Promise<Traffic> {
  const prototype = Client.prototype as unknown as { query: Query }
  const { query } = prototype
  const inside = new WeakSet<Client>()
  let statements = 0
  let commits = 0
  prototype.query = function (config, ...rest) {
    const text = typeof config === "string" ? config : config.text
    if (BEGINS.test(text)) inside.add(this)
    else if (ENDS.test(text)) {
      if (COMMITS.test(text)) commits += 1
      inside.delete(this)
    } else if (!MARKS.test(text)) {
      statements += 1
      if (!inside.has(this) && !READS.test(text)) commits += 1
    }
    return query.call(this, config, ...rest)
  }
  try {
    await call()
  } finally {
    prototype.query = query
  }
  return { statements, commits }
}
