// Where things stand. Every script uses these instead of the current folder, so that they can be called from anywhere.
import { existsSync } from "node:fs"
import path from "node:path"
import { fileURLToPath } from "node:url"

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..")

/** The tests' reports, screenshots, logs and counts; CI keeps it, git ignores it. */
export const artifacts = path.join(root, ".artifacts")

/** The application that `medusa build` makes and `medusa start` runs (`outDir` in tsconfig.json). */
export const builtApp = path.join(root, ".medusa", "app")

/** What a started studio keeps between runs: database, secrets, logs, and the card with the login. */
export const studioFolder = path.join(root, ".data")

export const inRoot = (...parts) => path.join(root, ...parts)

/** The environment of every command we start: our own tools first, `.env` read, nothing reported to anybody. */
export function commandEnvironment(extra = {}) {
  if (existsSync(inRoot(".env"))) process.loadEnvFile(inRoot(".env"))
  const tools = inRoot("node_modules", ".bin")
  return {
    ...process.env,
    PATH: tools + path.delimiter + process.env.PATH,
    MEDUSA_DISABLE_TELEMETRY: "true",
    ...extra,
  }
}
