// Commands run in a process group of their own, because `medusa develop` and npm start children to which they do not
// pass a signal on, and because a terminal's Ctrl-C must reach us first: we stop the server before its database.
import { spawn } from "node:child_process"
import { closeSync, mkdirSync, openSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { PlainFailure } from "./lifetime.mjs"
import { commandEnvironment, root } from "./project.mjs"

const graceSeconds = 10

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal)
    return true
  } catch {
    return false // ESRCH: nobody of the group is left.
  }
}

async function stopGroup(child) {
  if (!child.pid || !signalGroup(child, "SIGTERM")) return
  for (let tenths = 0; tenths < graceSeconds * 10; tenths++) {
    await sleep(100)
    if (!signalGroup(child, 0)) return
  }
  signalGroup(child, "SIGKILL")
}

/**
 * Starts a command that ends with the lifetime.
 * @param {object} options
 * @param {string} [options.log] a file that takes its output; left out, the output goes to our own
 * @param {Record<string, string>} [options.env] on top of the usual environment
 * @returns `exited` resolves to the exit code (a signal counts as 1), `stop` ends the whole group, `kill` without asking it
 */
export function startCommand(lifetime, command, args, { log, env, cwd = root } = {}) {
  if (log) mkdirSync(path.dirname(log), { recursive: true })
  const output = log ? openSync(log, "w") : "inherit"
  const child = spawn(command, args, {
    cwd,
    env: commandEnvironment(env),
    detached: true,
    stdio: ["ignore", output, output],
  })
  if (log) closeSync(output)
  const exited = new Promise((resolve, reject) => {
    child.once("error", reject)
    child.once("exit", (code) => resolve(code ?? 1))
  })
  exited.catch(() => {}) // Whoever waits for it gets the error; nobody waiting is no crash.
  const stop = lifetime.onEnd(() => stopGroup(child))
  return { exited, stop, kill: () => signalGroup(child, "SIGKILL") }
}

/**
 * Runs a command to its end.
 * @param {number} [options.limitMinutes] after which it is stopped and counts as failed
 * @returns its exit code; also when the limit struck, then 124 as `timeout` does
 */
export async function runCommand(lifetime, command, args, { limitMinutes = 10, ...options } = {}) {
  const { exited, stop } = startCommand(lifetime, command, args, options)
  const limit = new AbortController()
  const late = sleep(limitMinutes * 60_000, 124, { signal: limit.signal, ref: false }).catch(() => 124)
  try {
    return await Promise.race([exited, late])
  } finally {
    limit.abort()
    await stop()
  }
}

/** Runs a command that has to succeed; `failure` is the sentence for when it does not. */
export async function mustRun(lifetime, command, args, { failure, ...options }) {
  const code = await runCommand(lifetime, command, args, options)
  if (code === 0) return
  const why = code === 124 ? "it took too long" : `exit code ${code}`
  const where = options.log ? `; the full log is ${path.relative(process.cwd(), options.log)}` : ""
  throw new PlainFailure(`${failure} (${why})${where}.`)
}
