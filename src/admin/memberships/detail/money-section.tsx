import { SectionRow } from "@medusajs/dashboard/components"
import { StatusBadge, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { fromMinor, sumMinor, toMinor } from "../../../domain/money/amounts"
import { Section } from "../../parts/section"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { KeptDiscount, Membership } from "../types"
import { PageLink, WithHint } from "./lines"
import { type PaymentState, paymentStateOf } from "./payment-state"
import { groupSeats, type SeatGroup } from "./seat-groups"

const COLOR: Record<PaymentState, ComponentProps<typeof StatusBadge>["color"]> = {
  paid: "green",
  partly_paid: "orange",
  authorized: "orange",
  open: "orange",
  canceled: "grey",
}

/** What was asked for the seats, and how the order with it stands. */
export function MoneySection({ membership }: { membership: Membership }) {
  const t = useText()
  const format = useFormat()
  const { order, seats, signup_fee, currency_code } = membership
  const groups = groupSeats(seats)
  const state = order ? paymentStateOf(order.payment_collections ?? []) : null
  return (
    <Section
      title={t("money.title")}
      aside={state && <StatusBadge color={COLOR[state]}>{t(`money.state.${state}`)}</StatusBadge>}
    >
      {/* The dashboard's rows do not break a long word of a label by themselves. */}
      <div className="divide-y [overflow-wrap:anywhere]">
        {groups.map((group) => (
          <GroupRow key={group.key} group={group} currency={currency_code} />
        ))}
      </div>
      {groups.length > 1 && (
        <SectionRow
          title={t("money.seats")}
          value={format.money(amountOf(seats, currency_code), currency_code)}
        />
      )}
      {Number(signup_fee) > 0 && (
        <SectionRow title={t("money.signupFee")} value={format.money(signup_fee, currency_code)} />
      )}
      {membership.discounts.map((discount) => (
        <DiscountRow key={discount.id} discount={discount} currency={currency_code} />
      ))}
      {order ? (
        <OrderRows order={order} />
      ) : (
        <SectionRow title={t("money.order")} value={t("money.noOrder")} />
      )}
    </Section>
  )
}

const amountOf = (seats: Membership["seats"], currency: string) =>
  fromMinor(sumMinor(seats.map(({ amount }) => toMinor(amount, currency))), currency)

/** Seats of one price: their sum, and below it how it comes about. */
function GroupRow({ group: { seats }, currency }: { group: SeatGroup; currency: string }) {
  const t = useText()
  const format = useFormat()
  const { label, amount, tax_rate } = seats[0]!
  const each = format.money(amount, currency)
  const hints = [
    ...(seats.length > 1 ? [t("money.timesEach", { count: seats.length, amount: each })] : []),
    ...(tax_rate === null ? [] : [t("money.tax", { rate: format.percent(tax_rate / 100) })]),
  ]
  const sum = format.money(amountOf(seats, currency), currency)
  return (
    <SectionRow
      title={label}
      value={hints.length ? <WithHint hint={hints.join(" · ")}>{sum}</WithHint> : sum}
    />
  )
}

/** A promotion that lowers the coming charges (SALE-10). */
function DiscountRow({ discount, currency }: { discount: KeptDiscount; currency: string }) {
  const t = useText()
  const format = useFormat()
  const { code, percent, amount, cycles_left } = discount
  const size = percent === null ? format.money(amount ?? 0, currency) : format.percent(percent / 100)
  const until = cycles_left === null ? t("money.everyCharge") : t("money.chargesLeft", { count: cycles_left })
  return (
    <SectionRow
      title={t("money.lastingDiscount")}
      value={<WithHint hint={until}>{[code, `−${size}`].filter(Boolean).join(" ")}</WithHint>}
    />
  )
}

function OrderRows({ order }: { order: NonNullable<Membership["order"]> }) {
  const t = useText()
  const format = useFormat()
  const money = (amount: number | string) => format.money(amount, order.currency_code)
  return (
    <>
      <SectionRow
        title={t("money.order")}
        value={
          <PageLink to={`/orders/${order.id}`}>
            <span className="tabular-nums">#{order.display_id}</span>
          </PageLink>
        }
      />
      {Number(order.discount_total) > 0 && (
        <SectionRow title={t("money.discount")} value={`−${money(order.discount_total)}`} />
      )}
      {Number(order.tax_total) > 0 && (
        <SectionRow title={t("money.orderTax")} value={money(order.tax_total)} />
      )}
      <SectionRow
        title={t("money.orderTotal")}
        value={
          <WithHint hint={t("money.orderTotalHint")}>
            <Text size="small" leading="compact" weight="plus">
              {money(order.total)}
            </Text>
          </WithHint>
        }
      />
    </>
  )
}
