import { Container, Text } from "@medusajs/ui"
import type { UpcomingTotal } from "../types"
import { useWords } from "../use-words"

/** What all of it comes to, also what stands on other pages; one line a currency. */
export function UpcomingTotals({ totals }: { totals: UpcomingTotal[] }) {
  const { t } = useWords()
  return (
    <Container
      className="flex flex-wrap items-baseline gap-x-8 gap-y-2 px-6 py-4"
      role="region"
      aria-label={t("billing.upcoming.totalTitle")}
    >
      <Text as="span" size="small" leading="compact" className="text-ui-fg-subtle">
        {t("billing.upcoming.totalTitle")}
      </Text>
      {totals.length === 0 && (
        <Text as="span" size="small" leading="compact" weight="plus">
          {t("billing.upcoming.none")}
        </Text>
      )}
      {totals.map((total) => (
        <Total key={total.currency_code} total={total} />
      ))}
    </Container>
  )
}

function Total({
  total: { currency_code, charges, total, tax_total, discount_total },
}: {
  total: UpcomingTotal
}) {
  const { t, format } = useWords()
  const money = (amount: number | string) => format.money(amount, currency_code)
  const parts = [
    ...(Number(tax_total) > 0 ? [t("billing.upcoming.tax", { amount: money(tax_total) })] : []),
    ...(Number(discount_total) > 0
      ? [t("billing.upcoming.discount", { amount: money(discount_total) })]
      : []),
  ]
  return (
    <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <Text as="span" size="small" leading="compact" weight="plus" className="tabular-nums">
        {t("billing.upcoming.total", {
          amount: money(total),
          charges: t("billing.numbers.count", { count: charges }),
        })}
      </Text>
      {parts.length > 0 && (
        <Text as="span" size="xsmall" leading="compact" className="text-ui-fg-subtle">
          {parts.join(" · ")}
        </Text>
      )}
    </div>
  )
}
