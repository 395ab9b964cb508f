import { createHmac } from "node:crypto"

/** The header of a webhook: when, and by whom. */
export function signatureOf(body: string, secret: string, at = Math.floor(Date.now() / 1000)): string {
  const digest = createHmac("sha256", secret).update(`${at}.${body}`).digest("hex")
  return `t=${at},v1=${digest}`
}
