// The database of a studio: where it is, and what has been done to it. The latter is written into the database itself,
// so that it is never believed of another one.
import { randomUUID } from "node:crypto"
import path from "node:path"
import { PlainFailure } from "./lifetime.mjs"
import { commandEnvironment, studioFolder } from "./project.mjs"
import { startKeptPostgres } from "./postgres.mjs"

const table = "studio_setup"

async function query(url, statement, values) {
  const { default: pg } = await import("@medusajs/framework/pg")
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 8000 })
  client.on("error", () => {}) // The query that is under way reports it.
  await client.connect()
  try {
    return (await client.query(statement, values)).rows
  } finally {
    await client.end()
  }
}

const REASONS = {
  "3D000": "there is no database of that name",
  "28P01": "the server refused the user or the password",
  28000: "the server refused the user or the password",
  ECONNREFUSED: "no server answers there",
  ENOTFOUND: "there is no such host",
}

function whyUnreachable(error) {
  const code = error.code ?? error.errors?.[0]?.code
  return REASONS[code] ?? code ?? error.message
}

/** Reached or refused within seconds, before any long work; never tells the password. */
async function mustBeReachable(url) {
  if (!URL.canParse(url))
    throw new PlainFailure("DATABASE_URL is not a URL like postgres://user:password@host:5432/name.")
  const { hostname, port, pathname } = new URL(url)
  const place = `database "${pathname.slice(1)}" at ${hostname}:${port || 5432}`
  try {
    await query(url, "select 1")
  } catch (error) {
    throw new PlainFailure(`The ${place} (DATABASE_URL) cannot be used: ${whyUnreachable(error)}.`)
  }
}

/** The operator's database, or the embedded one, which then lives as long as we do. */
export async function openDatabase(lifetime) {
  const given = commandEnvironment().DATABASE_URL
  if (given) {
    await mustBeReachable(given)
    return given
  }
  const postgres = await startKeptPostgres(path.join(studioFolder, "postgres")).catch((error) => {
    throw new PlainFailure(`The embedded PostgreSQL did not start: ${error.message}`)
  })
  lifetime.onEnd(postgres.stop)
  await postgres.createDatabase("medusa")
  return postgres.url("medusa")
}

/** What this database knows to be done, and an id of its own. A new database knows nothing. */
export async function readSetup(url) {
  await query(url, `create table if not exists ${table} (key text primary key, value text not null)`)
  await query(url, `insert into ${table} values ('database_id', $1) on conflict do nothing`, [randomUUID()])
  const rows = await query(url, `select key, value from ${table}`)
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
}

export const writeSetup = (url, key, value) =>
  query(url, `insert into ${table} values ($1, $2) on conflict (key) do update set value = excluded.value`, [
    key,
    value,
  ])

/** What the platform knows stays: its owner's login, its regions and products; of ours nothing is left. */
export async function withoutPluginRows(url) {
  const ours = await query(
    url,
    "select tablename from pg_tables where schemaname = 'public' and tablename ~ '^membership(_|$)'"
  )
  await query(url, `truncate ${ours.map(({ tablename }) => tablename).join(", ")} restart identity`)
}
