import type { ConfigModule } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { BankOptions } from "./bank"

export interface SandboxOptions extends BankOptions {
  /** Where the store is reached, for the links to the bank's page; without it they are paths. */
  readonly backend_url?: string
  /** The sandbox moves no money; say that a public demo is what you want. */
  readonly allow_in_production?: boolean
}

interface Registration {
  readonly resolve?: unknown
  readonly id?: string
  readonly options?: SandboxOptions
}

/**
 * How this application registers the sandbox, or null where it does not. It is read from the configuration, because the
 * platform's table of providers keeps those that were registered once.
 */
export function registeredSandbox({
  modules = {},
}: ConfigModule): { id: string; options: SandboxOptions } | null {
  const payment = modules[Modules.PAYMENT] as { options?: { providers?: Registration[] } } | undefined
  const found = payment?.options?.providers?.find(
    ({ resolve }) =>
      typeof resolve === "string" && /(^|[/\\])payment-sandbox([/\\]index(\.[jt]s)?)?$/.test(resolve)
  )
  return found ? { id: found.id ?? "", options: found.options ?? {} } : null
}
