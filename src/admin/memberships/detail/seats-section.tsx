import { Badge, Table, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Section } from "../../parts/section"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useStudio } from "../../platform/studio"
import type { Membership, Seat } from "../types"

export function SeatsSection({ membership }: { membership: Membership }) {
  const t = useText()
  const { seats } = membership
  return (
    <Section
      title={t("seats.title")}
      aside={
        <Text size="small" className="text-ui-fg-subtle">
          {t("seats.count", { count: seats.length })}
        </Text>
      }
    >
      <div className="overflow-x-auto rounded-b-lg">
        <Table>
          <Table.Header className="border-t-0">
            <Table.Row>
              <Table.HeaderCell>{t("seats.seat")}</Table.HeaderCell>
              <Table.HeaderCell>{t("seats.classification")}</Table.HeaderCell>
              <Table.HeaderCell>{t("seats.holder")}</Table.HeaderCell>
              <Table.HeaderCell>{t("seats.payer")}</Table.HeaderCell>
              <Table.HeaderCell className="text-right">{t("seats.amount")}</Table.HeaderCell>
            </Table.Row>
          </Table.Header>
          <Table.Body className="border-b-0">
            {seats.map((seat) => (
              <SeatRow key={seat.id} seat={seat} membership={membership} />
            ))}
          </Table.Body>
        </Table>
      </div>
    </Section>
  )
}

function SeatRow({ seat, membership }: { seat: Seat; membership: Membership }) {
  const t = useText()
  const format = useFormat()
  const { data: studio } = useStudio()
  const { classification_id, sequence } = seat
  const name = studio?.classifications.find(({ id }) => id === classification_id)?.name
  const forWhom = classification_id === null ? t("seats.anyone") : name && t("seats.nth", { name, sequence })
  return (
    <Table.Row className="last-of-type:border-b-0">
      <Table.Cell>
        <span className="flex items-center gap-x-2 whitespace-nowrap">
          <span className="text-ui-fg-base">{seat.label}</span>
          {seat.required && <Badge size="2xsmall">{t("seats.required")}</Badge>}
        </span>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{forWhom}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">{holderOf(seat) ?? <Muted text={t("seats.empty")} />}</Table.Cell>
      <Table.Cell className="whitespace-nowrap">
        <Payer seat={seat} membership={membership} />
      </Table.Cell>
      <Table.Cell className="text-right tabular-nums">{format.money(seat.amount, membership.currency_code)}</Table.Cell>
    </Table.Row>
  )
}

const Muted = ({ text }: { text: string }) => <span className="text-ui-fg-muted">{text}</span>

function holderOf({ holders }: Seat): string | null {
  const live = holders.find(({ held_until }) => held_until === null)
  return live ? [live.member.first_name, live.member.last_name].filter(Boolean).join(" ") : null
}

/** The purchaser's name is known; of another payer the customer page tells. */
function Payer({ seat, membership }: { seat: Seat; membership: Membership }) {
  const t = useText()
  const { customer_id, customer_name, customer_email } = membership
  const id = seat.payer_customer_id
  if (id && id !== customer_id) {
    return (
      <Link to={`/customers/${id}`} className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover">
        {t("seats.otherPayer")}
      </Link>
    )
  }
  return <span>{customer_name ?? customer_email ?? t("none")}</span>
}
