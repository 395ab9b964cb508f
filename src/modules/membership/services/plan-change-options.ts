import type { PlanChangeDecision } from "../../../domain/billing/decide-plan-change"
import { DomainError } from "../../../domain/errors"
import { execute } from "../sql"
import type { Tx } from "../types"
import { type ChangeTiming, decideChange, planChangeFacts } from "./plan-change-facts"
import type { ChangePlanInput, PlanChangeService } from "./plan-changes"
import type { SalePlanService } from "./sale-plans"

/** A plan that a membership could change to, or why it cannot. */
export interface PlanChangeOption {
  readonly plan_id: string
  readonly name: string
  readonly description: string | null
  readonly terms_version: number | null
  readonly now: PlanChangeAnswer
  readonly renewal: PlanChangeAnswer
  /** With the end of an introductory offer that leads to it (PLAN-8); null for any other plan. */
  readonly end: PlanChangeAnswer | null
}

export type PlanChangeAnswer =
  | { readonly can: true; readonly change: PlanChangeDecision["change"] }
  | { readonly can: false; readonly code: string; readonly message: string }

export interface PlanChangeOptions {
  readonly currency_code: string
  readonly options: readonly PlanChangeOption[]
}

export type PlanChangeOptionsInput = Pick<ChangePlanInput, "membership_id" | "paid" | "asker">
interface Dependencies {
  planChangeService: PlanChangeService
  salePlanService: SalePlanService
}

/** What a membership could change to (BILL-10, PLAN-8). */
export class PlanChangeOptionService {
  private readonly changes: PlanChangeService
  private readonly plans: SalePlanService

  constructor({ planChangeService, salePlanService }: Dependencies) {
    this.changes = planChangeService
    this.plans = salePlanService
  }

  /** Every plan on sale of the same kind, with what the change would mean. @throws DomainError `not_found`, `not_your_seat` */
  async options(input: PlanChangeOptionsInput, tx: Tx): Promise<PlanChangeOptions> {
    const of = await this.changes.load(input, { lock: false }, tx)
    const { plan_id, audience, currency_code, introductory_offer } = of.loaded
    const follower_id = introductory_offer?.converts_to_plan_id ?? null
    const only_visible = input.asker.type === "customer"
    const found = await execute<{ id: string }>(
      tx,
      `select id from membership_plan
       where status = 'active' and kind = 'membership' and is_recurring and audience = ? and id <> ?
         and introductory_offer is null and deleted_at is null
         ${only_visible ? "and (coalesce((portal ->> 'visible')::boolean, false) or id = ?)" : ""}
       order by coalesce((portal ->> 'sort_order')::int, 0), name, id limit 100`,
      [audience, plan_id, ...(only_visible ? [follower_id ?? ""] : [])]
    )
    const sales = await this.plans.loadMany({ ids: found.map(({ id }) => id) }, tx)
    const of_id = new Map(sales.map((sale) => [sale.plan.id, sale]))
    const options: PlanChangeOption[] = []
    for (const { id } of found) {
      const sale = of_id.get(id)!
      const answer = async (when: ChangeTiming): Promise<PlanChangeAnswer> => {
        try {
          const facts = await planChangeFacts(of, sale, { when, asker: input.asker, id: "" }, tx)
          return { can: true, change: decideChange(of, facts, when).change }
        } catch (error) {
          if (!(error instanceof DomainError)) throw error
          return { can: false, code: error.code, message: error.message }
        }
      }
      const { name, description } = sale.plan
      options.push({
        ...{ plan_id: id, name, description, terms_version: sale.current_terms?.version ?? null },
        ...{ now: await answer("now"), renewal: await answer("renewal") },
        end: id === follower_id ? await answer("end") : null,
      })
    }
    return { currency_code, options }
  }
}
