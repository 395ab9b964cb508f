// The parts of a started studio, in the order in which they are needed. `npm start`, `npm run dev` and the browser tests
// are made from them.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import net from "node:net"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { schemaFingerprint, sourceFingerprint } from "./fingerprint.mjs"
import { installSecrets } from "./install-secrets.mjs"
import { PlainFailure } from "./lifetime.mjs"
import { mustRun, startCommand } from "./processes.mjs"
import { builtApp, commandEnvironment, inRoot, studioFolder } from "./project.mjs"
import { readSetup, writeSetup } from "./studio-database.mjs"

const seedScript = "./src/scripts/seed.ts"

/**
 * Where and how one studio runs.
 * @param {object} options
 * @param {string} options.databaseUrl
 * @param {number} options.port
 * @param {string} [options.folder] takes its logs, its secrets, and the card with the login
 */
export function describeStudio({ databaseUrl, port, folder = studioFolder }) {
  const url = `http://localhost:${port}`
  const card = path.join(folder, "studio.json")
  const asked = commandEnvironment()
  const env = {
    ...installSecrets(folder),
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    // A studio on one's own machine is reached over plain http, where a browser drops a `Secure` session cookie.
    COOKIE_SECURE: asked.COOKIE_SECURE ?? "false",
    STUDIO_CLOCK: asked.STUDIO_CLOCK ?? "adjustable",
    // `medusa start` means production, and the demo's payments are made with test cards.
    PAYMENT_SANDBOX: asked.PAYMENT_SANDBOX ?? "true",
    STUDIO_FILE: card,
  }
  return {
    url,
    port,
    databaseUrl,
    folder,
    card,
    env,
    log: (name) => path.join(folder, "logs", `${name}.log`),
  }
}

/** Asked before any long work, because the answer costs nothing and the work takes a minute. */
export function mustBeFree(port) {
  const probe = net.createServer()
  return new Promise((resolve, reject) => {
    probe.once("error", (error) => {
      const why = error.code === "EADDRINUSE" ? "is in use" : `cannot be used (${error.code})`
      reject(new PlainFailure(`Port ${port} ${why}; choose another one with PORT=9001 npm start.`))
    })
    probe.listen(port, () => probe.close(resolve))
  })
}

export function portFromEnvironment() {
  const port = Number(commandEnvironment().PORT ?? 9000)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new PlainFailure(`PORT has to be a number from 1 to 65535.`)
}

/** `db:migrate` takes seconds even with nothing to do, so it runs only when something it reads may have changed. */
export async function migrate(lifetime, studio) {
  const wanted = schemaFingerprint()
  if ((await readSetup(studio.databaseUrl)).migrated_to === wanted) return
  console.log("Migrating the database …")
  await mustRun(lifetime, "medusa", ["db:migrate", "--execute-safe-links"], {
    env: studio.env,
    log: studio.log("migrate"),
    failure: "The database's migration failed",
  })
  await writeSetup(studio.databaseUrl, "migrated_to", wanted)
}

/** The application and its admin, made anew when a source has changed since. */
export async function build(lifetime, studio) {
  const stamp = path.join(builtApp, "built-from")
  const wanted = sourceFingerprint()
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return
  console.log("Building the application and its admin (about half a minute) …")
  await mustRun(lifetime, "medusa", ["build"], {
    env: studio.env,
    log: studio.log("build"),
    failure: "The build failed",
  })
  writeFileSync(stamp, wanted)
}

const readCard = (studio) => (existsSync(studio.card) ? JSON.parse(readFileSync(studio.card, "utf8")) : {})

function writeOnCard(studio, facts) {
  const card = { ...readCard(studio), ...facts }
  writeFileSync(studio.card, `${JSON.stringify(card, null, 2)}\n`, { mode: 0o600 })
  return card
}

/** Once per database; and again, which changes nothing in it, where the card with its login has got lost. */
export async function seed(lifetime, studio) {
  const { database_id, seeded } = await readSetup(studio.databaseUrl)
  if (seeded && readCard(studio).database_id === database_id) return
  if (!existsSync(inRoot(seedScript))) throw new PlainFailure(`There is no seed at ${seedScript}.`)
  console.log("Filling the demo studio …")
  await mustRun(lifetime, "medusa", ["exec", seedScript], {
    env: studio.env,
    log: studio.log("seed"),
    failure: "Filling the demo studio failed",
  })
  writeOnCard(studio, { database_id })
  await writeSetup(studio.databaseUrl, "seeded", "yes")
}

async function answers(url) {
  try {
    return (await fetch(`${url}/health`, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

/** @returns when the server answers; `exited` is its exit code, should it end by itself */
export async function whenReady(server, studio, log) {
  let exitCode
  void server.exited.then((code) => (exitCode = code))
  const deadline = Date.now() + 120_000
  while (!(await answers(studio.url))) {
    const where = log ? `; the full log is ${path.relative(process.cwd(), log)}` : ""
    if (exitCode !== undefined) throw new PlainFailure(`The server stopped (exit code ${exitCode})${where}.`)
    if (Date.now() > deadline) throw new PlainFailure(`The server did not answer within two minutes${where}.`)
    await sleep(200)
  }
  return server
}

export function serve(lifetime, studio) {
  const log = studio.log("server")
  const args = ["start", "--port", String(studio.port)]
  return whenReady(
    startCommand(lifetime, "medusa", args, { cwd: builtApp, env: studio.env, log }),
    studio,
    log
  )
}

/** The server alone, from the sources: for what measures or breaks it, where half a minute of building adds nothing. */
export function serveSources(lifetime, studio) {
  const log = studio.log("server")
  const args = ["start", "--port", String(studio.port)]
  const env = { ...studio.env, DISABLE_ADMIN: "true" }
  return whenReady(startCommand(lifetime, "medusa", args, { env, log }), studio, log)
}

export function develop(lifetime, studio) {
  const args = ["develop", "--port", String(studio.port)]
  return whenReady(startCommand(lifetime, "medusa", args, { env: studio.env }), studio)
}

/** What the seed has written down about this studio, and where it answers now; `npm run demo` reads it from the file. */
export const studioCard = (studio) => writeOnCard(studio, { url: studio.url })
