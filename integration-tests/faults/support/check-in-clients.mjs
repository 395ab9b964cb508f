// Gates that check people in over HTTP while the database dies: each sends a check-in again, with its key, until it has an answer.
import { setTimeout as sleep } from "node:timers/promises"

/** How long a gate tries before the server counts as one that does not come back. */
const PATIENCE_SECONDS = 60

/**
 * @param {object} options
 * @param {string} options.url of the studio
 * @param {string} options.token of a device
 * @param {() => { member_id: string, service_id?: string }} options.next whom the next check-in is for
 * @returns `stop()` lets each client come to its end, and gives what was acknowledged and how often somebody had to ask again
 */
export function startClients({ url, token, clients, next, round }) {
  let stopped = false
  let retries = 0
  const acknowledged = []

  async function ask(key, wish) {
    const answer = await fetch(`${url}/front-desk/check-ins`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "idempotency-key": key,
      },
      body: JSON.stringify(wish),
      signal: AbortSignal.timeout(20_000),
    })
    const body = await answer.json()
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 409)
      throw new Refused(`${key} was answered ${answer.status}: ${JSON.stringify(body)}`)
    return answer.ok ? body : null
  }

  async function untilAnswered(key, wish) {
    const until = performance.now() + PATIENCE_SECONDS * 1000
    for (;;) {
      const body = await ask(key, wish).catch((error) => {
        if (error instanceof Refused) throw error
        return null
      })
      if (body !== null) return body
      if (performance.now() > until)
        throw new Error(`${key} was not answered for ${PATIENCE_SECONDS} seconds`)
      retries++
      await sleep(50)
    }
  }

  async function client(name) {
    for (let nth = 0; !stopped; nth++) {
      const wish = next()
      const key = `${round}-${name}-${nth}`
      const { visit } = await untilAnswered(key, wish)
      const { id, is_allowed, credits } = visit
      acknowledged.push({ key, id, member_id: wish.member_id, is_allowed, credits, at: performance.now() })
    }
  }

  const running = Promise.all(Array.from({ length: clients }, (_, name) => client(name)))
  running.catch(() => {}) // Whoever stops the clients gets the error.
  return {
    count: () => acknowledged.length,
    async stop() {
      stopped = true
      await running
      return { acknowledged, retries }
    },
  }
}

/** An answer that no repetition will change. */
class Refused extends Error {}
