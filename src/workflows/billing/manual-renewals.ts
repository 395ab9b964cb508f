import type { MedusaContainer } from "@medusajs/framework/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"

/** Whether the studio takes renewals by hand, so that a plan is sold without a saved method too (SALE-12). */
export const manualRenewalsAllowed = (container: MedusaContainer): boolean =>
  container.resolve(MEMBERSHIP_MODULE).options.allow_manual_renewals ?? true
