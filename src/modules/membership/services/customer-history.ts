import { eligibility, type CustomerHistory, type EligibilityReason } from "../../../domain/plans/eligibility"
import { addDays, compareDates } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
import { toPlan } from "../mapping/plans"
import { execute, textArray } from "../sql"
import { CLAIM_MINUTES } from "./sale-drafts"
import type { Store, Tx } from "../types"
import type { LocationService } from "./locations"

interface Dependencies {
  membershipPlanService: Store<"MembershipPlan">
  locationService: LocationService
}

/** A plan that a customer holds or held, as purchaser or on a seat. */
interface Held {
  plan_id: string
  ends_on: CalendarDate | null
}

export interface EligibilityOfInput {
  readonly plan_ids: readonly string[]
  readonly customer_id: string
  readonly sale_draft_ids?: readonly string[]
}

interface Uses {
  plan_id: string
  scope: "customer" | "household"
  uses: string
}

/** What a customer bought before, which decides who may have an introductory offer (PLAN-8, SALE-11). */
export class CustomerHistoryService {
  private readonly plans: Store<"MembershipPlan">
  private readonly locations: LocationService

  constructor({ membershipPlanService, locationService }: Dependencies) {
    this.plans = membershipPlanService
    this.locations = locationService
  }

  /**
   * For each plan asked about, why the customer may not buy it; an empty list means they may.
   * @param input.sale_draft_ids the sales that ask: their own claims do not stand in their way
   */
  async eligibilityOf(
    { plan_ids, customer_id, sale_draft_ids = [] }: EligibilityOfInput,
    tx: Tx
  ): Promise<Map<string, EligibilityReason[]>> {
    const plans = (await this.plans.list({ id: [...plan_ids] }, {}, tx)).map(toPlan)
    if (plans.every((plan) => plan.introductory_offer === null))
      return new Map(plans.map(({ id }) => [id, []]))
    const today = await this.locations.today(null, tx)
    const [held, uses] = [await this.held(customer_id, tx), await this.uses(customer_id, sale_draft_ids, tx)]
    return new Map(
      plans.map(({ id, introductory_offer }) => {
        const history = historyOf(id, { held, uses, today })
        return [id, eligibility({ intro: introductory_offer, history, today })]
      })
    )
  }

  /** Sales that were voided, or never paid, were not held. */
  private async held(customer_id: string, tx: Tx): Promise<Held[]> {
    return execute<Held>(
      tx,
      `select plan_id, ends_on from membership
       where deleted_at is null and voided_at is null and activated_at is not null
         and (customer_id = ? or id in (
           select h.membership_id from membership_seat_holder h
           join membership_member m on m.id = h.member_id
           where m.customer_id = ? and h.deleted_at is null))`,
      [customer_id, customer_id]
    )
  }

  /** Uses are claimed before money moves, so a sale in progress counts, until its claim is too old. */
  private async uses(customer_id: string, sale_draft_ids: readonly string[], tx: Tx): Promise<Uses[]> {
    return execute<Uses>(
      tx,
      `select plan_id, scope, count(*) as uses from membership_offer_use u
       where deleted_at is null and sale_draft_id <> all(?)
         and ((scope = 'customer' and scope_id = ?) or (scope = 'household' and scope_id in (
           select household_id from membership_member where customer_id = ? and deleted_at is null)))
         and (claimed_at > now() - ? * interval '1 minute'
           or exists (select from membership m where m.sale_draft_id = u.sale_draft_id))
       group by plan_id, scope`,
      [textArray(sale_draft_ids), customer_id, customer_id, CLAIM_MINUTES]
    )
  }
}

interface Past {
  readonly held: readonly Held[]
  readonly uses: readonly Uses[]
  readonly today: CalendarDate
}

function historyOf(plan_id: string, { held, uses, today }: Past): CustomerHistory {
  const own = held.filter((membership) => membership.plan_id === plan_id)
  const others = held.filter((membership) => membership.plan_id !== plan_id)
  const count = (scope: Uses["scope"]) =>
    Number(uses.find((use) => use.plan_id === plan_id && use.scope === scope)?.uses ?? 0)
  const uses_by_customer = Math.max(count("customer"), own.length)
  return {
    last_held_on: lastDay(others, today),
    last_used_on: lastDay(own, today),
    uses_by_customer,
    uses_by_household: Math.max(count("household"), uses_by_customer),
  }
}

/** `ends_on` is the first day without it; one that has not ended is held today. */
function lastDay(held: readonly Held[], today: CalendarDate): CalendarDate | null {
  const days = held.map(({ ends_on }) => (ends_on === null ? today : addDays(ends_on, -1)))
  return days.reduce<CalendarDate | null>((latest, day) => {
    const capped = compareDates(day, today) > 0 ? today : day
    return latest !== null && compareDates(latest, capped) >= 0 ? latest : capped
  }, null)
}
