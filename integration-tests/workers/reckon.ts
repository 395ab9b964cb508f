import { writeFileSync } from "node:fs"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { contradictionsIn, reckoningOf } from "../support/books"

/** What a studio on several processes must never do, done by hand; the last column is what the check has to say to it. */
const MISDEEDS = [
  {
    says: "money was taken twice",
    does: `insert into payment_sandbox_payment select (jsonb_populate_record(p, '{"id": "twice"}')).*
             from payment_sandbox_payment p where id = (select payment_id from taken);
           insert into payment_sandbox_entry select (jsonb_populate_record(e, '{"id": "twice", "payment_id": "twice"}')).*
             from payment_sandbox_entry e where kind = 'capture' and payment_id = (select payment_id from taken)`,
  },
  {
    says: "a period was charged twice",
    does: `insert into membership_charge select (jsonb_populate_record(c,
             '{"id": "twice", "period_key": "twice", "status": "waived", "order_id": null, "paid_by": null}')).*
             from membership_charge c where id = (select charge_id from taken)`,
  },
  {
    says: "what was paid has no order",
    does: "update membership_charge set order_id = null where id = (select charge_id from taken)",
  },
  {
    says: "a settled period gave no credits, or gave them twice",
    does: `update membership_credit_grant set granted_at = null where source = 'period' and period_index = (
             select max(period_index) from membership_credit_grant where granted_at is not null)`,
  },
  {
    says: "the ledger is not its balance",
    does: `update membership_credit_grant set available = available + 1 where id = (
             select min(id) from membership_credit_grant where granted_at is not null)`,
  },
] as const

/** `medusa exec`: reckons up a studio that is at rest, and then whether the reckoning finds out what is done to its books. */
export default async function reckon({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const reckoning = await reckoningOf(container)
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await database.raw(`create table taken as select p.metadata ->> 'charge_id' as charge_id, p.id as payment_id
    from payment_sandbox_payment p join payment_sandbox_entry e on e.payment_id = p.id and e.kind = 'capture'
    where p.metadata ->> 'charge_id' is not null order by p.id limit 1`)
  const controls = []
  for (const { says, does } of MISDEEDS) {
    const before = await contradictionsIn(container)
    // Past the triggers, which refuse some of it.
    await database.raw(`begin; set local session_replication_role = replica; ${does}; commit`)
    const found = (await contradictionsIn(container)).filter((sentence) => !before.includes(sentence))
    controls.push({ says, is_found: found.some((sentence) => sentence.startsWith(says)) })
  }
  writeFileSync(process.env.RECKONING!, JSON.stringify({ ...reckoning, controls }))
}
