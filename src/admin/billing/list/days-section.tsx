import { Heading } from "@medusajs/ui"
import { lazy, Suspense, useMemo } from "react"
import { useText } from "../../text/use-text"
import type { ChargeNumbers } from "../types"
import { useWords } from "../use-words"
import { amountsOf, type DayOfCharges, daysOf } from "./days"

/** The drawing library is heavy: it comes after the page. */
const DaysPicture = lazy(async () => {
  const { DaysPicture: picture } = await import("./days-picture.js")
  return { default: picture }
})

export function DaysSection({ numbers }: { numbers: ChargeNumbers }) {
  const t = useText()
  const days = useMemo(() => daysOf(numbers), [numbers])
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <Heading level="h2" className="txt-compact-small-plus">
        {t("billing.picture.title")}
      </Heading>
      <Suspense fallback={<div className="bg-ui-bg-component h-40 w-full animate-pulse rounded-md" />}>
        <DaysPicture days={days} />
      </Suspense>
      <DaysTable days={days} />
    </div>
  )
}

/** The picture's figures for whoever cannot see it. */
function DaysTable({ days }: { days: DayOfCharges[] }) {
  const { t, format } = useWords()
  const told = (day: DayOfCharges, which: "collected" | "open") => {
    const amounts = amountsOf(day.of, which).map(({ total, currency_code }) =>
      format.money(total, currency_code)
    )
    const charges = t("billing.numbers.count", { count: day[which] })
    return amounts.length ? t("billing.picture.of", { charges, amounts: amounts.join(" + ") }) : charges
  }
  return (
    <table className="sr-only">
      <caption>{t("billing.picture.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("billing.picture.day")}</th>
          <th scope="col">{t("billing.picture.collected")}</th>
          <th scope="col">{t("billing.picture.open")}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.day}>
            <th scope="row">{format.day(day.day)}</th>
            <td>{told(day, "collected")}</td>
            <td>{told(day, "open")}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
