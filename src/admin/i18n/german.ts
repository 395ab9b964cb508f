import type { en } from "./english"
import { deletion } from "./de/deletion"
import { errors } from "./de/errors"
import { memberships } from "./de/memberships"
import { people } from "./de/people"
import { plans } from "./de/plans"
import { seating } from "./de/seating"
import { selling } from "./de/selling"
import { shared } from "./de/shared"
import { studio } from "./de/studio"
import { widgets } from "./de/widgets"

export const de: typeof en = {
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
