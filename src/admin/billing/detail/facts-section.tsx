import { SectionRow } from "@medusajs/dashboard/components"
import type { ReactNode } from "react"
import { fromMinor, sumMinor, toMinor } from "../../../domain/money/amounts"
import { PageLink, WithHint } from "../../memberships/detail/lines"
import { Section } from "../../parts/section"
import { membershipText, momentText, payerText, periodText, type Words } from "../charge-text"
import type { ChargeDetail } from "../types"
import { useWords } from "../use-words"

interface FactsSectionProps {
  charge: ChargeDetail
  isPaused: boolean
}

/** Who, what for, when, and where its money stands. */
export function FactsSection({ charge, isPaused }: FactsSectionProps) {
  const words = useWords()
  const { t } = words
  const { membership_id, reference, note, settled_at } = charge
  const rows: [string, ReactNode][] = [
    [t("billing.fields.payer"), <Payer charge={charge} />],
    [
      t("billing.fields.membership"),
      <PageLink to={`/memberships/${membership_id}`}>{membershipText(charge, words)}</PageLink>,
    ],
    [t("billing.fields.period"), periodText(charge, words)],
    [t("billing.fields.due"), momentText(charge.due_at, charge, words)],
    settled_at === null
      ? [
          t(isLookedUp(charge) ? "billing.fields.nextLookUp" : "billing.fields.nextAttempt"),
          nextAttempt(charge, isPaused, words),
        ]
      : [t("billing.fields.settled"), settledText(charge, settled_at, words)],
    [t("billing.fields.method"), methodText(charge, words)],
    ...(reference
      ? [[t("billing.fields.reference"), <Broken>{reference}</Broken>] as [string, ReactNode]]
      : []),
    ...(note ? [[t("billing.fields.note"), <Broken>{note}</Broken>] as [string, ReactNode]] : []),
    [t("billing.fields.order"), <Order charge={charge} />],
    ...refundRow(charge, words),
    ...givenBackRow(charge, words),
  ]
  return (
    <Section title={t("billing.detail.facts")}>
      {rows.map(([title, value]) => (
        <SectionRow key={title} title={title} value={value} />
      ))}
    </Section>
  )
}

const Broken = ({ children }: { children: string }) => (
  <span className="whitespace-pre-line break-words [overflow-wrap:anywhere]">{children}</span>
)

function Payer({ charge }: { charge: ChargeDetail }) {
  const words = useWords()
  const { payer_customer_id, payer_name, payer_email } = charge
  const name = payerText(charge, words)
  const person = payer_customer_id ? (
    <PageLink to={`/customers/${payer_customer_id}`}>{name}</PageLink>
  ) : (
    <span className="break-words">{name}</span>
  )
  return payer_name && payer_email ? <WithHint hint={payer_email}>{person}</WithHint> : person
}

/** What is done next is a question, and no payment. */
const isLookedUp = ({ status }: ChargeDetail) => status === "unknown" || status === "requires_action"

function nextAttempt(charge: ChargeDetail, isPaused: boolean, words: Words): string {
  const { t } = words
  const isTried = charge.status === "scheduled" || charge.status === "failed"
  if (isTried && isPaused) return t("billing.detail.paused")
  return charge.act_at === null ? t("billing.detail.none") : momentText(charge.act_at, charge, words)
}

function settledText(charge: ChargeDetail, settled_at: string, words: Words): string {
  const { t } = words
  const { paid_by, status } = charge
  const time = momentText(settled_at, charge, words)
  if (paid_by === null) return t("billing.detail.settledBy", { time, how: t(`billing.status.${status}`) })
  return t("billing.detail.settledBy", { time, how: t(`billing.detail.paidBy.${paid_by}`) })
}

/** How it was paid by hand, else what is saved and would be charged. */
function methodText({ paid_with, payment_method }: ChargeDetail, { t }: Words): string {
  if (paid_with !== null) return t(`billing.detail.paidWith.${paid_with}`)
  if (payment_method === null) return t("billing.detail.noMethod")
  return payment_method.label ?? t("billing.detail.nameless")
}

function Order({ charge: { order, order_id, status, paid_by } }: { charge: ChargeDetail }) {
  const { t } = useWords()
  if (order) {
    return (
      <PageLink to={`/orders/${order.id}`}>
        <span className="tabular-nums">#{order.display_id}</span>
      </PageLink>
    )
  }
  if (status === "waived" || status === "canceled" || paid_by === "nothing") return <span>{t("none")}</span>
  const comes = status === "paid" && order_id === null
  return <span>{t(comes ? "billing.detail.noOrderYet" : "billing.detail.noOrder")}</span>
}

/** What was given back of its order; nothing where there is no order to give back from. */
function refundRow({ order, currency_code }: ChargeDetail, { t, format }: Words): [string, ReactNode][] {
  const payments = order?.payment_collections ?? []
  if (payments.length === 0) return []
  const sum = (which: "captured_amount" | "refunded_amount") =>
    fromMinor(sumMinor(payments.map((each) => toMinor(each[which] ?? 0, currency_code))), currency_code)
  const given = sum("refunded_amount")
  if (given === 0) return [[t("billing.fields.refunded"), t("none")]]
  const amount = format.money(given, currency_code)
  const of = format.money(sum("captured_amount"), currency_code)
  return [[t("billing.fields.refunded"), t("billing.detail.partlyRefunded", { amount, of })]]
}

/** Of money that came twice, which the provider gives back. */
function givenBackRow(charge: ChargeDetail, words: Words): [string, ReactNode][] {
  const { given_back, given_back_at, currency_code } = charge
  if (given_back_at === null || given_back === null) return []
  const amount = words.format.money(given_back, currency_code)
  const time = momentText(given_back_at, charge, words)
  return [[words.t("billing.fields.givenBack"), words.t("billing.detail.givenBack", { amount, time })]]
}
