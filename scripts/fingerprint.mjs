// Tells whether work done before still holds: the same files give the same fingerprint.
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import { inRoot, root } from "./project.mjs"

const isTest = (file) => file.includes(`${path.sep}__tests__${path.sep}`)

function filesBelow(place) {
  if (!existsSync(place)) return []
  if (!statSync(place).isDirectory()) return [place]
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesBelow(path.join(place, name)))
}

function fingerprint(places) {
  const hash = createHash("sha256").update(process.version)
  for (const file of places.flatMap((place) => filesBelow(inRoot(place))).filter((file) => !isTest(file)))
    hash.update(`\0${path.relative(root, file)}\0`).update(readFileSync(file))
  return hash.digest("hex")
}

/** What npm really installed; the lock file alone would not notice an install that has not been run. */
const packages = ["package.json", "package-lock.json", "node_modules/.package-lock.json"]

/** Everything that `medusa build` reads. */
export const sourceFingerprint = () =>
  fingerprint([...packages, "tsconfig.json", "medusa-config.ts", "migrations", "src"])

/**
 * Everything that may change the database's structure. Wider than it has to be: models, links and data migrations stand
 * anywhere below these, and a migration too many costs seconds, one too few a broken studio.
 */
export const schemaFingerprint = () =>
  fingerprint([
    ...packages,
    ...["medusa-config.ts", "migrations", "src/links", "src/migration-scripts"],
    ...["src/modules", "src/providers", "src/policies"],
  ])
