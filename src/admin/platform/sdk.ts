import Medusa from "@medusajs/js-sdk"

/** Put in by the dashboard's build: where the backend is, and how the dashboard logs in to it. */
declare const __BACKEND_URL__: string | undefined
declare const __AUTH_TYPE__: "session" | "jwt" | undefined
declare const __JWT_TOKEN_STORAGE_KEY__: string | undefined

/** The same client as the dashboard's own, which a plugin cannot import. */
export const sdk = new Medusa({
  baseUrl: __BACKEND_URL__ ?? "/",
  auth: { type: __AUTH_TYPE__ ?? "session", jwtTokenStorageKey: __JWT_TOKEN_STORAGE_KEY__ ?? undefined },
})
