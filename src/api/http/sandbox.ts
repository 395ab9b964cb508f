import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DomainError } from "../../domain/errors"
import { registeredSandbox } from "../../providers/payment-sandbox/options"

/** The sandbox as this store registers it, with the database of its bank. @throws DomainError `not_found` without one */
export function sandboxOf(container: MedusaContainer) {
  const config = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const registered = registeredSandbox(config)
  if (!registered) throw new DomainError("not_found", "This store does not use the payment sandbox.")
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  return { ...registered, database, jwtSecret: config.projectConfig.http.jwtSecret }
}
