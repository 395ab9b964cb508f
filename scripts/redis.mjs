// A private Redis from the machine's own `redis-server`, for tests that need one.
import { spawn, spawnSync } from "node:child_process"
import fs from "node:fs"
import net from "node:net"
import os from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { PlainFailure } from "./lifetime.mjs"
import { freePort } from "./postgres.mjs"

const host = "127.0.0.1"

/** @returns the path of a redis-server that answers */
export function findRedis() {
  const given = process.env.REDIS_SERVER_PATH
  const found = given ?? "redis-server"
  if (spawnSync(found, ["--version"], { timeout: 20_000 }).status === 0) return found
  throw new PlainFailure(
    given
      ? `There is no redis-server that runs at ${given} (REDIS_SERVER_PATH).`
      : "This needs Redis: install it (apt-get install redis-server), or set REDIS_SERVER_PATH."
  )
}

// Runs beside the server and waits on its standard input, which ends when our process does, however it ends.
const watch = `
trap "" INT TERM HUP
"$@" & server=$!
cat >/dev/null
kill -KILL $server
wait $server 2>/dev/null
cd / && rm -rf "$REDIS_DATA"
`

/** Empty, on loopback only, and gone with the process that asked for it, even after a SIGKILL. */
export async function startThrowAwayRedis() {
  const binary = findRedis()
  const port = await freePort()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "redis-test-"))
  const log = path.join(folder, "server.log")
  const settings = ["--port", port, "--bind", host, "--dir", folder, "--save", "", "--logfile", log]
  const watcher = spawn("/bin/sh", ["-c", watch, "sh", binary, ...settings], {
    env: { ...process.env, REDIS_DATA: folder },
    detached: true,
    stdio: ["pipe", "inherit", "inherit"],
  })
  const exited = new Promise((resolve) => watcher.once("exit", resolve))
  for (const part of [watcher, watcher.stdin]) part.unref()
  const stop = async () => {
    watcher.ref()
    watcher.stdin.end()
    await exited
  }
  for (let tries = 0; !(await answers(port)); tries++) {
    if (tries === 100) {
      const said = fs.existsSync(log) ? fs.readFileSync(log, "utf8") : ""
      await stop()
      throw new PlainFailure(`Redis did not start within ten seconds:\n${said}`)
    }
    await sleep(100)
  }
  return { host, port, url: `redis://${host}:${port}`, stop }
}

function answers(port) {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port }, () => socket.write("PING\r\n"))
    const end = (isThere) => () => {
      socket.destroy()
      resolve(isThere)
    }
    socket.once("data", end(true)).once("error", end(false)).setTimeout(1000, end(false))
  })
}
