import { ModuleProvider, Modules } from "@medusajs/framework/utils"
import { SandboxPaymentProvider } from "./service"

export default ModuleProvider(Modules.PAYMENT, { services: [SandboxPaymentProvider] })

export { SandboxBank } from "./bank"
export { SANDBOX_CARDS } from "./cards"
export { listCaptures, paymentOfKey } from "./ledger"
export type { Payment } from "./payments"
