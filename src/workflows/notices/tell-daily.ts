import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { paidBesideNotices } from "../billing/tell-paid-beside"
import { putIntoFeedStep } from "../steps/put-into-feed"
import {
  ageingOutNotice,
  changeNotice,
  doubleCoverNotice,
  emptySeatsNotice,
  refusedMoveNotice,
} from "./notice-texts"

/** Whoever stops qualifying within so many days is told. */
const AGEING_OUT_DAYS = 30

const findDailyNoticesStep = createStep(
  "membership-find-daily-notices",
  async (_: Record<string, never>, { container }) => {
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const changes = await membership.changesToTell({})
    const ageing_out = await membership.membersAgeingOut(AGEING_OUT_DAYS)
    const empty = await membership.emptySeatsToTell()
    const refused_moves = await membership.refusedMovesToTell()
    const double_covers = await membership.doubleCoversToTell()
    const paid_beside = await paidBesideNotices(container)
    return new StepResponse([
      ...changes.map(changeNotice),
      ...ageing_out.map(ageingOutNotice),
      ...empty.map(emptySeatsNotice),
      ...refused_moves.map(refusedMoveNotice),
      ...double_covers.map(doubleCoverNotice),
      ...paid_beside,
    ])
  }
)

/**
 * Tells staff once a day who ages out, which sold seats are still empty, which new prices did not fit, who is charged twice for the
 * same, and what was
 * changed while nobody heard of it (PEOPLE-5, SEAT-1, BILL-11). Each occasion is told once, however often it runs.
 */
export const tellDailyWorkflow = createWorkflow("membership-tell-daily", (input: Record<string, never>) => {
  const notices = findDailyNoticesStep(input)
  putIntoFeedStep(notices)
  return new WorkflowResponse(notices)
})
