import type { Happening, HappeningKind } from "./types"

/** The rule behind what happens, and what it says. */
export interface Why {
  readonly rule: string
  readonly sentence: string
}

const WHY: Readonly<Record<HappeningKind, Why>> = {
  term_begins: { rule: "TERM-2", sentence: "Its term begins on this day." },
  credits_roll_over: { rule: "PLAN-7", sentence: "Unused credits roll over into the next period." },
  credits_expire: {
    rule: "CREDIT-5",
    sentence: "Unused credits expire on this day, unless they are used before.",
  },
  credits_revoked: { rule: "CREDIT-5", sentence: "Unused credits end with their seat or membership." },
  credits_used_up: { rule: "TERM-4", sentence: "No credit is left, and no more will come." },
  term_ends: { rule: "TERM-4", sentence: "Its term is over, and it does not renew." },
  membership_canceled: { rule: "CANCEL-1", sentence: "From this day on no seat of it is there any more." },
  access_ends: { rule: "BILL-3", sentence: "Grace is over, unless what is overdue is paid before." },
  seats_canceled: { rule: "CANCEL-1", sentence: "The seat was canceled to this day." },
  hold_begins: { rule: "HOLD-1", sentence: "The hold begins on this day." },
  hold_ends: { rule: "HOLD-1", sentence: "The hold ends; this is the first day back." },
  ages_out: { rule: "PEOPLE-5", sentence: "Whoever holds the seat does not qualify for it any more." },
  plan_changes: { rule: "BILL-10", sentence: "The planned change of plan begins with this period." },
  prices_move: { rule: "CHART-10", sentence: "The prices of another version hold from this period on." },
  charge: { rule: "BILL-3", sentence: "A period begins, and its dues are charged from its first instant." },
  charge_tried: { rule: "BILL-3", sentence: "A charge that is not paid yet is tried again." },
  dues_skipped: {
    rule: "HOLD-4",
    sentence: "The period begins in a hold, so that the seat owes nothing for it.",
  },
  credits_given: { rule: "PLAN-4", sentence: "The credits of the period come once its dues are paid." },
  notice: { rule: "REMIND-2", sentence: "A notice waits to be sent." },
}

/** The same kind for another reason. */
const OTHERWISE: Readonly<Record<string, Why>> = {
  "hold_begins:payment_holiday": { rule: "HOLD-4", sentence: "The payment holiday begins; access goes on." },
  "hold_ends:payment_holiday": { rule: "HOLD-4", sentence: "The payment holiday ends." },
  "dues_skipped:payment_holiday": {
    rule: "HOLD-4",
    sentence: "The period begins in a payment holiday, so that the seat owes nothing for it.",
  },
  "charge:hold_fee": {
    rule: "HOLD-3",
    sentence: "The fee of a hold is charged by itself, because no further period comes to take it along.",
  },
  "ages_out:too_old": {
    rule: "PEOPLE-5",
    sentence: "Whoever holds the seat is too old for it from this day on.",
  },
  "ages_out:proof_expired": {
    rule: "PEOPLE-5",
    sentence: "The proof of whoever holds the seat has run out.",
  },
}

/** Why something happens, in a sentence. */
export function whyOf({ kind, reason }: Pick<Happening, "kind" | "reason">): Why {
  if ((kind === "plan_changes" || kind === "prices_move") && reason !== null)
    return { ...WHY[kind], sentence: "It cannot be done any more, and all stays as it is." }
  return OTHERWISE[`${kind}:${reason}`] ?? WHY[kind]
}
