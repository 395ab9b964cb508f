import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"

interface Amounts {
  now: number
  then: number
  currency_code: string
}

/** `€5.00 more`; only shown, and never added up: the server has reckoned both amounts. */
export function useDifference() {
  const t = useText()
  const format = useFormat()
  return ({ now, then, currency_code }: Amounts): string => {
    if (now === then) return t("moves.table.same")
    const amount = format.money(Math.abs(then - now), currency_code)
    return t(then > now ? "charts.difference.more" : "charts.difference.less", { amount })
  }
}
