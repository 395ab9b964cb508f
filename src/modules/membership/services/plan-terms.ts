import { execute } from "../sql"
import type { Store, Tx } from "../types"

/** The terms that a buyer accepts now (SALE-4). */
export interface CurrentTerms {
  readonly id: string
  readonly plan_id: string
  readonly version: number
  readonly text: string
}

interface Dependencies {
  membershipPlanTermsService: Store<"MembershipPlanTerms">
}

/** Versions of terms and conditions (PLAN-1). They are only ever added; an empty text says that there are none now. */
export class PlanTermsService {
  private readonly versions: Store<"MembershipPlanTerms">

  constructor({ membershipPlanTermsService }: Dependencies) {
    this.versions = membershipPlanTermsService
  }

  /** A text that differs from the current one becomes the next version. */
  async write(plan_id: string, given: string | null, tx: Tx): Promise<void> {
    const text = given ?? ""
    const [latest] = await this.latest([plan_id], tx)
    if (text === (latest?.text ?? "")) return
    await this.versions.create({ plan_id, version: (latest?.version ?? 0) + 1, text } as never, tx)
  }

  async current(plan_id: string, tx: Tx): Promise<CurrentTerms | null> {
    return (await this.currentOf([plan_id], tx)).get(plan_id) ?? null
  }

  async currentOf(plan_ids: readonly string[], tx: Tx): Promise<Map<string, CurrentTerms>> {
    const versions = (await this.latest(plan_ids, tx)).filter(({ text }) => text !== "")
    return new Map(versions.map((version) => [version.plan_id, version]))
  }

  private async latest(plan_ids: readonly string[], tx: Tx): Promise<CurrentTerms[]> {
    if (!plan_ids.length) return []
    return execute<CurrentTerms>(
      tx,
      `select distinct on (plan_id) id, plan_id, version, text from membership_plan_terms
       where plan_id in (${plan_ids.map(() => "?").join(", ")}) and deleted_at is null
       order by plan_id, version desc`,
      [...plan_ids]
    )
  }
}
