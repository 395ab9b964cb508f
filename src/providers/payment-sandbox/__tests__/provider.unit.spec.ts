import type { ConfigModule } from "@medusajs/framework/types"
import { registeredSandbox } from "../options"
import { SandboxPaymentProvider } from "../service"
import { readWebhook, sign, webhookSecret } from "../webhook"

describe("the sandbox in production", () => {
  const { NODE_ENV } = process.env
  afterEach(() => {
    process.env.NODE_ENV = NODE_ENV
  })
  const register = (options?: { allow_in_production?: boolean }) => () =>
    SandboxPaymentProvider.validateOptions(options)

  it("is refused, unless an option says that it is a demo", () => {
    process.env.NODE_ENV = "production"
    expect(register()).toThrow("refused in production")
    expect(register({ allow_in_production: false })).toThrow("refused in production")
    expect(register({ allow_in_production: true })).not.toThrow()
  })

  it("is taken anywhere else", () => {
    process.env.NODE_ENV = "development"
    expect(register()).not.toThrow()
  })
})

describe("the sandbox's registration", () => {
  const config = (resolve: string) =>
    ({
      modules: { payment: { options: { providers: [{ resolve, id: "demo", options: { timeout_ms: 5 } }] } } },
    }) as unknown as ConfigModule

  it.each(["./src/providers/payment-sandbox", "medusa-plugin-memberships/providers/payment-sandbox"])(
    "is found as %s",
    (resolve) => {
      expect(registeredSandbox(config(resolve))).toEqual({ id: "demo", options: { timeout_ms: 5 } })
    }
  )

  it("is not mistaken for another provider's", () => {
    expect(registeredSandbox(config("@medusajs/payment-stripe"))).toBeNull()
    expect(registeredSandbox(config("./src/providers/not-payment-sandbox"))).toBeNull()
    expect(registeredSandbox({} as ConfigModule)).toBeNull()
  })
})

describe("the sandbox's webhooks", () => {
  const secret = webhookSecret("a secret of the store")
  const body = JSON.stringify({ type: "payment.captured", payment: { id: "sandpay_1" } })

  it("are read when the bank has signed them", () => {
    expect(readWebhook(secret, Buffer.from(body), sign(secret, body))).toEqual(JSON.parse(body))
  })

  it.each([
    ["no signature", body, undefined],
    ["another secret's signature", body, sign(webhookSecret("another"), body)],
    ["another body", body.replace("sandpay_1", "sandpay_2"), sign(secret, body)],
  ])("are refused with %s", (_, given, signature) => {
    expect(() => readWebhook(secret, given, signature)).toThrow(
      expect.objectContaining({ code: "webhook_signature_invalid" })
    )
  })

  it("need a store's secret", () => {
    expect(() => webhookSecret(undefined)).toThrow("jwtSecret")
  })
})
