// What integrations and storefronts do while staff look at the admin: by HTTP, against the studio of the card.
import { card, studioUrl } from "./studio-page.mjs"

async function call(path, { body, headers, method = body === undefined ? "GET" : "POST" }) {
  const answer = await fetch(`${studioUrl}${path}`, {
    method,
    headers: { "content-type": "application/json", ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const json = await answer.json()
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(json)}`)
  return json
}

/** Asks the platform who somebody is, or makes them known to it; `place` is below /auth. */
export const authenticate = (place, body) => call(`/auth/${place}`, { body })

/** A storefront's request, a customer's where there is a token. With a body it is a POST. */
export const store = (path, body, token) =>
  call(`/store/${path}`, {
    body,
    headers: {
      "x-publishable-api-key": card.publishable_key,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
  })

let staffToken

/** A request of the studio's owner: `admin("membership-plans?handle=family")`; with a body it is a POST. */
export async function admin(path, body, method) {
  staffToken ??= authenticate("user/emailpass", { email: card.admin_email, password: card.admin_password })
  const { token } = await staffToken
  return call(`/admin/${path}`, { body, method, headers: { authorization: `Bearer ${token}` } })
}
