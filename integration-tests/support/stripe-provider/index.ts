import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import StripeProviderService from "@medusajs/payment-stripe/dist/services/stripe-provider"

interface Options {
  readonly apiKey: string
  readonly webhookSecret: string
  /** Of the local server. */
  readonly port: number
}

/** Stripe's client keeps these to itself; its type is another version's. */
interface ClientSettings {
  readonly _setApiField: (name: string, value: unknown) => void
}

/** Where the client calls; and that it gives up soon, since the provider itself tries four times. */
const LOCAL = { host: "127.0.0.1", protocol: "http", timeout: 400, maxNetworkRetries: 0 }

/** Stripe's official provider as it is, but for where its client calls. */
export class LocalStripe extends StripeProviderService {
  constructor(cradle: Record<string, unknown>, options: Options) {
    super(cradle, options)
    const client = this.stripe_ as unknown as ClientSettings
    for (const [name, value] of Object.entries({ ...LOCAL, port: options.port }))
      client._setApiField(name, value)
  }
}

export default ModuleProvider(Modules.PAYMENT, { services: [LocalStripe] })
