import { randomFillSync } from "node:crypto"
import { factory } from "ulid"

/** As many random characters are asked of the system at a time; a question for each would take a tenth of a renewal. */
const random = new Uint16Array(4096)
let next = random.length

function randomPart(): number {
  if (next === random.length) {
    randomFillSync(random)
    next = 0
  }
  return random[next++]! / 0x1_0000
}

const ulid = factory(randomPart)

/** An id in the platform's form: the prefix, the time, and 80 random bits. */
export const newEntityId = (prefix: string): string => `${prefix}_${ulid()}`
