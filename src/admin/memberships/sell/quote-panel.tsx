import { InlineTip, Text } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { conversionText } from "./conversion-text"
import type { Quote, QuoteLine } from "./quote-types"
import { SaleNotices } from "./sale-notices"
import type { QuoteState } from "./sale-queries"

interface QuotePanelProps {
  price: QuoteState
  sentences: (error: unknown) => string[]
}

/** The whole price as the server counts it (SALE-1), or why there is none. */
export function QuotePanel({ price: { quote, refusal, isLoading }, sentences }: QuotePanelProps) {
  const t = useText()
  const id = useId()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-y-2">
      <Text as="span" id={id} size="small" leading="compact" weight="plus">
        {t("selling.price.title")}
      </Text>
      <div role="status" aria-busy={isLoading}>
        {refusal ? (
          <InlineTip variant="error" label={t("selling.price.refused")}>
            {sentences(refusal).map((sentence) => (
              <span key={sentence} className="block break-words">
                {sentence}
              </span>
            ))}
          </InlineTip>
        ) : quote ? (
          <div className="flex flex-col gap-y-2">
            <SaleNotices notices={quote.notices} />
            <Prices quote={quote} />
          </div>
        ) : (
          <Text size="small" className="text-ui-fg-subtle">
            {t(isLoading ? "selling.price.loading" : "selling.price.incomplete")}
          </Text>
        )}
      </div>
    </section>
  )
}

function Prices({ quote }: { quote: Quote }) {
  const t = useText()
  const format = useFormat()
  const money = (amount: number) => format.money(amount, quote.currency_code)
  const [next, ...later] = quote.schedule
  const follows = conversionText(quote, { t, format })
  return (
    <div className="shadow-elevation-card-rest bg-ui-bg-component divide-y rounded-lg">
      <ul className="divide-y">
        {quote.lines.map((line, index) => (
          <Line key={index} line={line} currency_code={quote.currency_code} />
        ))}
      </ul>
      <dl className="flex flex-col gap-y-1 px-4 py-3">
        {quote.discount_total > 0 && (
          <Sum name={t("selling.price.discount")}>−{money(quote.discount_total)}</Sum>
        )}
        <Sum name={t(quote.is_tax_inclusive ? "selling.price.taxIncluded" : "selling.price.tax")}>
          {money(quote.tax_total)}
        </Sum>
        <Sum name={t("selling.price.total")} isStrong>
          {money(quote.total)}
        </Sum>
      </dl>
      {quote.first_period && <FirstPeriod period={quote.first_period} price={money} />}
      {follows && (
        <Text size="small" className="text-ui-fg-subtle text-pretty break-words px-4 py-3">
          {follows}
        </Text>
      )}
      {next && (
        <Text size="small" className="text-ui-fg-subtle px-4 py-3">
          {t("selling.price.next", { date: format.day(next.due_on), amount: money(next.total) })}
          {later.length > 0 &&
            ` · ${t("selling.price.then", {
              dates: later
                .slice(0, 2)
                .map(({ due_on }) => format.day(due_on))
                .join(", "),
            })}`}
        </Text>
      )}
    </div>
  )
}

interface FirstPeriodProps {
  period: NonNullable<Quote["first_period"]>
  price: (amount: number) => string
}

/** BILL-7: the days that are charged now, and what a full period costs. */
function FirstPeriod({ period: { starts_on, ends_on, days, of_days, full_price }, price }: FirstPeriodProps) {
  const t = useText()
  const format = useFormat()
  const dates = { from: format.day(starts_on), until: format.lastDay(ends_on) }
  return (
    <Text size="small" className="text-ui-fg-subtle text-pretty px-4 py-3">
      {days === of_days
        ? t("selling.price.fullPeriod", dates)
        : t("selling.price.firstPeriod", { ...dates, count: days, of: of_days, price: price(full_price) })}
    </Text>
  )
}

/** Where a price comes from, to its discounts and tax (MONEY-3). */
function Line({ line, currency_code }: { line: QuoteLine; currency_code: string }) {
  const t = useText()
  const format = useFormat()
  const money = (amount: number) => format.money(amount, currency_code)
  const details = [
    ...(line.quantity > 1
      ? [t("money.timesEach", { count: line.quantity, amount: money(line.unit_price) })]
      : []),
    ...line.discounts.map(({ code, amount }) => `${code} −${money(amount)}`),
    ...line.taxes.map(({ name, rate }) => `${name} ${format.percent(rate / 100)}`),
  ]
  return (
    <li className="flex items-start justify-between gap-x-4 px-4 py-3">
      <div className="flex min-w-0 flex-col">
        <Text size="small" leading="compact" className="break-words">
          {line.kind === "signup_fee" ? t("money.signupFee") : line.label}
        </Text>
        {details.length > 0 && (
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            {details.join(" · ")}
          </Text>
        )}
      </div>
      <Text size="small" leading="compact" className="shrink-0 tabular-nums">
        {money(line.quantity * line.unit_price)}
      </Text>
    </li>
  )
}

function Sum({
  name,
  isStrong = false,
  children,
}: {
  name: string
  isStrong?: boolean
  children: ReactNode
}) {
  const weight = isStrong ? "txt-compact-small-plus text-ui-fg-base" : "txt-compact-small text-ui-fg-subtle"
  return (
    <div className={`flex justify-between gap-x-4 ${weight}`}>
      <dt>{name}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}
