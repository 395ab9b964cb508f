import jwt from "jsonwebtoken"
import type { AxiosInstance, AxiosResponse } from "axios"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ApiKeyType, ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"

// Test answers are read by their documented fields; typing each one would repeat the API.

export type Json = any
export type Api = AxiosInstance
export interface Headers {
  headers: Record<string, string>
}

/** A staff user and the headers of their token. */
export async function createAdmin(container: MedusaContainer, email = "admin@studio.test"): Promise<Headers> {
  const user = await container.resolve(Modules.USER).createUsers({ email })
  const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
    provider_identities: [{ provider: "emailpass", entity_id: email }],
    app_metadata: { user_id: user.id },
  })
  const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const claims = { actor_id: user.id, actor_type: "user", auth_identity_id: identity.id }
  const token = jwt.sign(claims, http.jwtSecret as string, { expiresIn: "1d" })
  return { headers: { authorization: `Bearer ${token}` } }
}

export interface Shop {
  admin: Headers
  store: Headers
  region: Json
  sales_channel: Json
  /** A T-shirt that needs no shipping option, so that a cart with it completes. */
  shirt: Json
}

/** A shop with one region (EUR, Germany), the system payment provider and a T-shirt. */
export async function createShop(api: Api, container: MedusaContainer): Promise<Shop> {
  const admin = await createAdmin(container)
  const post = async (path: string, body: Json): Promise<Json> => (await api.post(path, body, admin)).data
  const { sales_channel } = await post("/admin/sales-channels", { name: "Web" })
  const { stores } = (await api.get("/admin/stores", admin)).data
  await post(`/admin/stores/${stores[0].id}`, { default_sales_channel_id: sales_channel.id })
  const { api_key } = await post("/admin/api-keys", { title: "web", type: ApiKeyType.PUBLISHABLE })
  await post(`/admin/api-keys/${api_key.id}/sales-channels`, { add: [sales_channel.id] })
  const { region } = await post("/admin/regions", {
    name: "Germany",
    currency_code: "eur",
    countries: ["de"],
    payment_providers: ["pp_system_default"],
  })
  const { product } = await post("/admin/products", {
    title: "T-shirt",
    status: "published",
    options: [{ title: "Size", values: ["M"] }],
    sales_channels: [{ id: sales_channel.id }],
    variants: [
      {
        title: "M",
        manage_inventory: false,
        options: { Size: "M" },
        prices: [{ currency_code: "eur", amount: 25 }],
      },
    ],
  })
  return {
    admin,
    store: { headers: { "x-publishable-api-key": api_key.token } },
    region,
    sales_channel,
    shirt: product,
  }
}

export interface Customer extends Headers {
  customer: Json
}

/** Signs a customer up, as a storefront does. */
export async function signUp(api: Api, store: Headers, email = "jane@example.test"): Promise<Customer> {
  const secret = { email, password: "a-long-password" }
  const { token: registration } = (await api.post("/auth/customer/emailpass/register", secret)).data
  const { customer } = (
    await api.post(
      "/store/customers",
      { email, first_name: "Jane", last_name: "Doe" },
      { headers: { ...store.headers, authorization: `Bearer ${registration}` } }
    )
  ).data
  const { token } = (await api.post("/auth/customer/emailpass", secret)).data
  return { customer, headers: { ...store.headers, authorization: `Bearer ${token}` } }
}

/** The answer of a call that is expected to be refused, whatever its status. */
export async function answerOf(call: Promise<AxiosResponse>): Promise<AxiosResponse> {
  return call.catch((error: unknown) => {
    const { response } = error as { response?: AxiosResponse }
    if (!response) throw error as Error
    return response
  })
}

/** Pays the cart with the system provider and completes it. */
export async function payAndComplete(api: Api, headers: Headers, cartId: string): Promise<AxiosResponse> {
  const { payment_collection } = (await api.post("/store/payment-collections", { cart_id: cartId }, headers))
    .data
  const sessions = `/store/payment-collections/${payment_collection.id}/payment-sessions`
  await api.post(sessions, { provider_id: "pp_system_default" }, headers)
  return answerOf(api.post(`/store/carts/${cartId}/complete`, {}, headers))
}
