import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import type { Instant } from "../../../domain/time/types"

/** How long one code is shown. */
const STEP_MS = 30_000
/** So many steps early or late are taken as well: screens are held up for a while, and clocks differ. */
const TOLERANCE = 1
const PREFIX = "MR1"
const MAC_LENGTH = 10
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"

/** A code that changes each half minute: `MR1.<id>.<step>.<mac>`; its letters fit a small QR code. */
export interface RotatingCode {
  /** Of the access code, without its prefix. */
  readonly key: string
  readonly step: number
  readonly mac: string
}

export interface ShownCode {
  readonly code: string
  /** When to show the next one; this one is taken for half a minute longer. */
  readonly valid_until: Instant
}

export const newSecret = (): string => base32(randomBytes(20))

/** What a member shows at `now`. */
export function showCode(key: string, secret: string, now: Instant): ShownCode {
  const step = stepAt(now)
  const valid_until = new Date((step + 1) * STEP_MS).toISOString()
  return { code: [PREFIX, key, step, macOf(key, step, secret)].join("."), valid_until }
}

export const looksRotating = (text: string): boolean => text.startsWith(`${PREFIX}.`)

/** The parts of a scanned code; null for what cannot be one. */
export function parseCode(text: string): RotatingCode | null {
  const [, key, step, mac] = /^MR1\.([0-9A-Z]{1,40})\.(\d{1,12})\.([A-Z2-7]{10})$/.exec(text) ?? []
  return key && step && mac ? { key, step: Number(step), mac } : null
}

/** Whether the code was made with this secret, at whatever time. Takes as long for a code that is nearly right. */
export function isGenuine({ key, step, mac }: RotatingCode, secret: string): boolean {
  return timingSafeEqual(Buffer.from(macOf(key, step, secret)), Buffer.from(mac))
}

/** Whether a code of this step is taken at `now`: the step that runs, the one before and the one after. */
export const isCurrent = ({ step }: RotatingCode, now: Instant): boolean =>
  Math.abs(stepAt(now) - step) <= TOLERANCE

const stepAt = (now: Instant): number => Math.floor(new Date(now).getTime() / STEP_MS)

function macOf(key: string, step: number, secret: string): string {
  return base32(createHmac("sha256", secret).update(`${PREFIX}.${key}.${step}`).digest()).slice(0, MAC_LENGTH)
}

/** RFC 4648 without padding. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("")
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[parseInt(five.padEnd(5, "0"), 2)]).join("")
}
