// Check-ins over HTTP, by gates that keep their connections.
import http from "node:http"

const CLIENTS = 16

/**
 * @param {object} options
 * @param {string[]} options.member_ids one check-in each
 * @returns how many a second, and the 99th of a hundred times in milliseconds
 */
export async function checkInOverHttp({ url, token, service_id, member_ids }) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CLIENTS })
  const left = member_ids.values()
  const times = []
  const began = performance.now()
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (const member_id of left) {
        const from = performance.now()
        await post(agent, `${url}/front-desk/check-ins`, token, { member_id, service_id })
        times.push(performance.now() - from)
      }
    })
  )
  const per_second = (member_ids.length / (performance.now() - began)) * 1000
  agent.destroy()
  times.sort((a, b) => a - b)
  return { per_second, p99_ms: times[Math.floor(times.length * 0.99)] }
}

function post(agent, url, token, wish) {
  const body = JSON.stringify(wish)
  const headers = {
    authorization: `Bearer ${token}`,
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method: "POST", headers }, (answer) => {
      const parts = []
      answer.on("data", (part) => parts.push(part))
      answer.once("error", reject)
      answer.once("end", () => {
        const text = Buffer.concat(parts).toString()
        if (answer.statusCode === 200) resolve(text)
        else reject(new Error(`A check-in was answered ${answer.statusCode}: ${text}`))
      })
    })
    request.once("error", reject)
    request.end(body)
  })
}
