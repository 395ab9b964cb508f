import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../text/use-text"
import { type ChargeNumbers, type Figure, FIGURES } from "../types"
import { useWords } from "../use-words"
import { type View, viewPath } from "./views"

/** Where the charges of a figure are. */
const SHOWN_IN: Record<Figure, View> = {
  collected: "all",
  failed: "failed",
  unknown: "unknown",
  parked: "parked",
  open: "due",
}

/** Today's numbers, each a way to its charges. */
export function Figures({ numbers }: { numbers: ChargeNumbers }) {
  const t = useText()
  return (
    <ul
      aria-label={t("billing.numbers.title")}
      className="grid grid-cols-2 gap-x-4 gap-y-4 px-6 py-4 md:grid-cols-3 xl:grid-cols-5"
    >
      {FIGURES.map((figure) => (
        <li key={figure} className="min-w-0">
          <Tile figure={figure} numbers={numbers} />
        </li>
      ))}
    </ul>
  )
}

function Tile({ figure, numbers: { currencies } }: { figure: Figure; numbers: ChargeNumbers }) {
  const { t, format } = useWords()
  const count = currencies.reduce((sum, each) => sum + each[figure].charges, 0)
  const amounts = currencies
    .filter((each) => each[figure].charges > 0)
    .map((each) => format.money(each[figure].total, each.currency_code))
  return (
    <Link
      to={viewPath(SHOWN_IN[figure])}
      className="focus-visible:shadow-borders-focus hover:bg-ui-bg-base-hover -m-2 flex flex-col gap-y-1 rounded-md p-2 outline-none"
    >
      <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle">
        {t(`billing.numbers.${figure}`)}
      </Text>
      <Text as="span" size="large" leading="compact" weight="plus" className="break-words tabular-nums">
        {amounts.length > 0 ? amounts.join(" + ") : t("none")}
      </Text>
      <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle">
        {t("billing.numbers.count", { count })}
      </Text>
    </Link>
  )
}
