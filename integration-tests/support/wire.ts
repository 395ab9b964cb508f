import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { SANDBOX } from "./renewing"

type Send = () => Promise<unknown>

interface Provider {
  initiatePayment?: (input: unknown) => Promise<unknown>
}

/**
 * What happens to the next call by which the sandbox's provider is asked to charge, and only to that one: `through` has the
 * bank asked or not, and gives the answer that arrives.
 * @returns takes it back, should nobody have called
 */
export function nextCall(container: MedusaContainer, through: (send: Send) => Promise<unknown>): () => void {
  const provider = providerOf(container)
  const own = provider.initiatePayment!
  provider.initiatePayment = async (input) => {
    restore()
    return through(async () => own.call(provider, input))
  }
  // The provider's own is that of its class.
  const restore = () => delete provider.initiatePayment
  return restore
}

function providerOf(container: MedusaContainer): Provider {
  const { paymentProviderService_ } = container.resolve(Modules.PAYMENT) as unknown as {
    paymentProviderService_: { retrieveProvider: (id: string) => Provider }
  }
  return paymentProviderService_.retrieveProvider(SANDBOX)
}
