import { SectionRow } from "@medusajs/dashboard/components"
import { StatusBadge, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { Link } from "react-router-dom"
import { Section } from "../../parts/section"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { Membership } from "../types"
import { type PaymentState, paymentStateOf } from "./payment-state"

const COLOR: Record<PaymentState, ComponentProps<typeof StatusBadge>["color"]> = {
  paid: "green",
  partly_paid: "orange",
  authorized: "orange",
  open: "orange",
  canceled: "grey",
}

export function MoneySection({ membership }: { membership: Membership }) {
  const t = useText()
  const format = useFormat()
  const { order, seats, signup_fee, currency_code } = membership
  const seatsTotal = seats.reduce((sum, seat) => sum + Number(seat.amount), 0)
  const state = order ? paymentStateOf(order.payment_collections ?? []) : null
  return (
    <Section
      title={t("money.title")}
      aside={state && <StatusBadge color={COLOR[state]}>{t(`money.state.${state}`)}</StatusBadge>}
    >
      <SectionRow title={t("money.seats")} value={format.money(seatsTotal, currency_code)} />
      {Number(signup_fee) > 0 && (
        <SectionRow title={t("money.signupFee")} value={format.money(signup_fee, currency_code)} />
      )}
      {order ? <OrderRows order={order} /> : <SectionRow title={t("money.order")} value={t("money.noOrder")} />}
    </Section>
  )
}

function OrderRows({ order }: { order: NonNullable<Membership["order"]> }) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <SectionRow
        title={t("money.order")}
        value={
          <Link
            to={`/orders/${order.id}`}
            className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover tabular-nums"
          >
            #{order.display_id}
          </Link>
        }
      />
      <SectionRow
        title={t("money.orderTotal")}
        value={
          <div className="flex flex-col gap-y-1">
            <Text size="small" leading="compact" weight="plus">
              {format.money(order.total, order.currency_code)}
            </Text>
            <Text size="xsmall" className="text-ui-fg-muted text-pretty">
              {t("money.orderTotalHint")}
            </Text>
          </div>
        }
      />
    </>
  )
}
