import { useMemo } from "react"
import { useErrorText } from "../../text/use-error-text"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { SeatForeseen } from "../queries/seats"
import type { Membership, SeatOptions } from "../types"
import { effectLines } from "./effect-lines"
import { refusalLines } from "./refusals"
import { type SeatNames, seatNames } from "./seat-names"

/** Names that the membership itself does not know yet: of whom a form has chosen. */
export interface MoreNames {
  members?: ReadonlyMap<string, string>
  payers?: ReadonlyMap<string, string>
}

export function useSeatNames({ seats }: Pick<Membership, "seats">): SeatNames {
  const t = useText()
  return useMemo(() => seatNames(seats, t), [seats, t])
}

/** The sentences of a dialog: what a verb does, and why it is refused. */
export function useSeatSentences(membership: Membership, options: SeatOptions, more: MoreNames = {}) {
  const t = useText()
  const format = useFormat()
  const errorText = useErrorText()
  const known = useSeatNames(membership)
  const names: SeatNames = {
    ...known,
    member: (id) => more.members?.get(id) ?? known.member(id),
    payer: (id) => more.payers?.get(id) ?? known.payer(id),
  }
  const { currency_code } = membership
  return {
    seat: names.seatWith,
    told: ({ effects, quote }: SeatForeseen) => [
      ...effectLines(effects, { t, format, names, currency_code }),
      ...(quote ? [t("selling.add.toPay", { amount: format.money(quote.total, quote.currency_code) })] : []),
    ],
    refusal: (error: unknown) => refusalLines(error, { options, format, t, errorText }),
  }
}
