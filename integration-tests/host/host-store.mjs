// The fresh store that scripts/test-host.mjs has started, over HTTP, as its staff and its storefront reach it.
const { HOST_URL, HOST_ADMIN_EMAIL, HOST_ADMIN_PASSWORD } = process.env

export const hostUrl = HOST_URL
export const hostFolder = process.env.HOST_FOLDER
export const adminLogin = { email: HOST_ADMIN_EMAIL, password: HOST_ADMIN_PASSWORD }

/** @returns the answer's status and body; a refusal is an answer too */
export async function call(method, route, { body, headers } = {}) {
  const response = await fetch(HOST_URL + route, {
    method,
    headers: { ...(body && { "content-type": "application/json" }), ...headers },
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout(30_000),
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith("{") ? JSON.parse(text) : text }
}

/** The headers of the store's first staff user. */
export async function staff() {
  const { body } = await call("POST", "/auth/user/emailpass", { body: adminLogin })
  return { authorization: `Bearer ${body.token}` }
}
