import type { billing } from "./en/billing"
import type { charts } from "./en/charts"
import type { credits } from "./en/credits"
import { deletion } from "./en/deletion"
import { errors } from "./en/errors"
import type { forecast } from "./en/forecast"
import type { frontDesk } from "./en/front-desk"
import { memberships } from "./en/memberships"
import type { merge } from "./en/merge"
import type { moves } from "./en/moves"
import type { planChange } from "./en/plan-change"
import type { planEdit } from "./en/plan-edit"
import { people } from "./en/people"
import { plans } from "./en/plans"
import type { renewals } from "./en/renewals"
import { seating } from "./en/seating"
import { selling } from "./en/selling"
import { shared } from "./en/shared"
import { studio } from "./en/studio"
import type { times } from "./en/times"
import { widgets } from "./en/widgets"

/** Every word of the admin pages in English, an area a file: the shape that each other language has to fill. */
export const en = {
  ...shared,
  ...memberships,
  deletion,
  errors,
  plans,
  people,
  seating,
  selling,
  studio,
  widgets,
}

/** Of every page; those of a plan's drawers, of price charts, of charges, of credits, of the front desk, of renewals, of moved prices, of merged people and of times come with what shows them (`plans/edit/words.ts`). */
export type Words = typeof en & {
  plans: { edit: typeof planEdit }
  forms: { times: typeof times }
  billing: typeof billing
  charts: typeof charts
  credits: typeof credits
  planChange: typeof planChange
  forecast: typeof forecast
  frontDesk: typeof frontDesk
  renewals: typeof renewals
  merge: typeof merge
  moves: typeof moves
}
