// Each install makes its own secrets at its first start and keeps them in the studio's folder, which git ignores.
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"

const random = () => randomBytes(24).toString("base64url")

/**
 * @param {string} folder
 * @returns {Record<string, string>} environment variables; those set by the operator win
 */
export function installSecrets(folder) {
  const file = path.join(folder, "secrets.json")
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {}
  const secrets = {
    JWT_SECRET: kept.JWT_SECRET ?? random(),
    COOKIE_SECRET: kept.COOKIE_SECRET ?? random(),
    STUDIO_ADMIN_PASSWORD: kept.STUDIO_ADMIN_PASSWORD ?? random(),
  }
  if (JSON.stringify(secrets) !== JSON.stringify(kept)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
  }
  for (const name of Object.keys(secrets)) if (process.env[name]) secrets[name] = process.env[name]
  return secrets
}
