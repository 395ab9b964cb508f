import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../modules/membership"

/** `npm run ledger:verify`: reads only, and ends with an error where a balance is not what its entries say (CREDIT-1). */
export default async function verifyLedger({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const drift = await container.resolve(MEMBERSHIP_MODULE).verifyCreditLedger()
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const { grant_id, membership_id, balance, entries } of drift)
    logger.error(
      `${grant_id} of ${membership_id}: balance ${JSON.stringify(balance)}, entries ${JSON.stringify(entries)}`
    )
  if (drift.length > 0) throw new Error(`The credit ledger does not add up: ${drift.length} balances differ.`)
  logger.info("The credit ledger adds up.")
}
