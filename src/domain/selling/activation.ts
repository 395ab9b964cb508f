import { assert } from "../errors"
import { lineMismatch, mismatchFinding } from "./line-mismatch"
import { draftIdOf, plainSales } from "./plain-sales"
import { staleFindings, wasChecked } from "./stale-findings"
import type {
  Activation,
  ActivationFacts,
  DraftToSell,
  OrderLine,
  PlanToSell,
  Sale,
} from "./activation-types"

/**
 * What an order sells (SALE-6). It never refuses: the money may have moved, so whatever the checks before
 * completion would have refused is sold with a finding, and waits for staff (SALE-5).
 */
export function decideActivation({ order, drafts, plans, done }: ActivationFacts): Activation {
  const by_variant = new Map(plans.map((plan) => [plan.variant_id, plan]))
  const by_id = new Map(plans.map((plan) => [plan.id, plan]))
  const ordered = [...drafts].sort((a, b) => (a.id < b.id ? -1 : 1))
  const lines_of = linesByDraft(order.lines, ordered, by_id)
  const claimed = new Set([...lines_of.values()].flat())
  const strays = order.lines.filter((line) => !claimed.has(line) && by_variant.has(line.variant_id ?? ""))

  const sales: Sale[] = []
  const unbought_draft_ids: string[] = []
  for (const draft of ordered) {
    const plan = by_id.get(draft.plan_id)
    assert(plan, `the plan of draft ${draft.id} is given`)
    const lines = lines_of.get(draft.id) ?? []
    const mismatch = lineMismatch(draft, lines, order)
    // A line that lost its metadata belongs to the draft that misses one; sold by itself it would be a second sale.
    const lost = mismatch?.differences.some(({ problem }) => problem === "missing")
      ? takeStrays(strays, plan)
      : []
    if (lines.length + lost.length === 0) unbought_draft_ids.push(draft.id)
    else if (!done.has(draft.id)) {
      const told = mismatch ? [mismatchFinding(mismatch, lost)] : []
      sales.push({ draft, is_new: false, findings: [...told, ...unchecked(draft, plan, order)] })
    }
  }
  const plain = strays
    .filter((line) => !done.has(line.id))
    .map((line) => plainSales(line, by_variant.get(line.variant_id!)!, order))
  return {
    sales: [...sales, ...plain.flatMap((each) => each.sales.filter(({ draft }) => !done.has(draft.id)))],
    issues: plain.flatMap((each) => each.issues),
    unbought_draft_ids,
  }
}

/** Money that moved on a checked quote is not questioned again; a membership keeps its own chart version (CHART-8). */
function unchecked(draft: DraftToSell, plan: PlanToSell, order: ActivationFacts["order"]) {
  const is_addition = draft.membership_id !== null
  return is_addition || wasChecked(draft.checked_at, order.ordered_at)
    ? []
    : staleFindings(draft, plan, order)
}

/** Lines that name a draft of the cart. A line of another product that names one is merchandise all the same. */
function linesByDraft(
  lines: readonly OrderLine[],
  drafts: readonly DraftToSell[],
  plans: ReadonlyMap<string, PlanToSell>
): Map<string, OrderLine[]> {
  const variants = new Map(drafts.map((draft) => [draft.id, plans.get(draft.plan_id)?.variant_id]))
  const by_draft = new Map<string, OrderLine[]>()
  for (const line of lines) {
    const id = draftIdOf(line)
    if (id === null || !variants.has(id)) continue
    if (line.variant_id !== null && line.variant_id !== variants.get(id)) continue
    by_draft.set(id, [...(by_draft.get(id) ?? []), line])
  }
  return by_draft
}

function takeStrays(strays: OrderLine[], plan: PlanToSell): OrderLine[] {
  const taken = strays.filter((line) => line.variant_id === plan.variant_id)
  for (const line of taken) strays.splice(strays.indexOf(line), 1)
  return taken
}
