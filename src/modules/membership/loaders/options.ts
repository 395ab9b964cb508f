import { asValue } from "@medusajs/framework/awilix"
import type { LoaderOptions } from "@medusajs/framework/types"
import type { MembershipOptions } from "../types"

/** Makes the plugin's options available to the services of the module. */
export default async function registerOptions({
  container,
  options,
}: LoaderOptions<MembershipOptions>): Promise<void> {
  container.register("membershipOptions", asValue(options ?? {}))
}
