import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto"

/** What a token says: which device, and which of its tokens. */
export interface DeviceTokenPayload {
  readonly device_id: string
  readonly token_version: number
}

const PREFIX = "mfd_"
/** Another key than any other use of the store's secret has; a change of it stops every token. */
const INFO = "medusa-plugin-memberships front-desk device v1"
const TOKEN = /^mfd_([A-Za-z0-9_-]{1,512})\.([A-Za-z0-9_-]{43})$/

export const looksLikeDeviceToken = (token: string): boolean => token.startsWith(PREFIX)

/** `mfd_<payload>.<mac>`, both base64url. @param secret the store's `http.jwtSecret` */
export function signDeviceToken({ device_id, token_version }: DeviceTokenPayload, secret: string): string {
  const payload = Buffer.from(JSON.stringify({ d: device_id, v: token_version })).toString("base64url")
  return `${PREFIX}${payload}.${macOf(payload, secret).toString("base64url")}`
}

/** The token's payload when it was signed with this secret, else null. Whether it still opens anything is the device's to say. */
export function verifyDeviceToken(token: string, secret: string): DeviceTokenPayload | null {
  const [, payload, mac] = TOKEN.exec(token) ?? []
  if (payload === undefined || mac === undefined) return null
  const given = Buffer.from(mac, "base64url")
  // 43 letters hold two bits more than 32 bytes: only one spelling counts.
  if (given.toString("base64url") !== mac || !timingSafeEqual(given, macOf(payload, secret))) return null
  return payloadOf(Buffer.from(payload, "base64url").toString())
}

function payloadOf(json: string): DeviceTokenPayload | null {
  try {
    const { d, v } = JSON.parse(json) as { d?: unknown; v?: unknown }
    return typeof d === "string" && Number.isSafeInteger(v)
      ? { device_id: d, token_version: v as number }
      : null
  } catch {
    return null
  }
}

const macOf = (payload: string, secret: string): Buffer =>
  createHmac("sha256", keyOf(secret)).update(payload).digest()

/** A store has one secret, and every check-in asks for its key. */
const keys = new Map<string, Buffer>()

function keyOf(secret: string): Buffer {
  const key = keys.get(secret) ?? Buffer.from(hkdfSync("sha256", secret, "", INFO, 32))
  keys.set(secret, key)
  return key
}
