import { Client } from "@medusajs/framework/pg"

/** A statement as it went to the database. */
export interface Recorded {
  readonly name?: string | undefined
  readonly text: string
  readonly values: readonly unknown[]
}

type Answer = (error: Error | null, result: unknown) => void
type Query = (this: Client, config: Recorded | string, ...rest: unknown[]) => unknown

const WRITES_A_VISIT = "insert into membership_visit"
/** What the check-in is answered as little as it looks at. */
const WRITTEN = {
  ...{ at: new Date(), undone_at: null, person: { date_of_birth: null }, classifications: [] },
  visit: { id: "noted", decision: { allowed: true, reasons: [] } },
}

/**
 * What a call sends to the database. A visit that it would write is only noted, and answered as if it were written, so
 * that somebody else can write the very same later.
 */
export async function record(call: () => Promise<unknown>): Promise<Recorded[]> {
  const prototype = Client.prototype as unknown as { query: Query }
  const { query } = prototype
  const recorded: Recorded[] = []
  prototype.query = function (config, ...rest) {
    if (typeof config !== "string") {
      const { name, text, values } = config
      recorded.push({ ...(name === undefined ? {} : { name }), text, values })
      const answer = rest[0] as Answer | undefined
      if (text.includes(WRITES_A_VISIT) && answer) {
        answer(null, { command: "INSERT", rowCount: 1, rows: [WRITTEN] })
        return undefined
      }
    }
    return query.call(this, config, ...rest)
  }
  try {
    await call()
  } finally {
    prototype.query = query
  }
  return recorded
}
