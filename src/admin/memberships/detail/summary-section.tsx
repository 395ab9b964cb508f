import { SectionRow } from "@medusajs/dashboard/components"
import { Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { MembershipStatus } from "../membership-status"
import type { Membership } from "../types"
import { RecordPayment } from "./record-payment"
import { termLines } from "./term-lines"

export function SummarySection({ membership }: { membership: Membership }) {
  const t = useText()
  const format = useFormat()
  const { plan, status, display_id, purchased_at, time_zone } = membership
  const isPayable = status === "pending" && membership.order_id !== null
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Heading className="break-words">{plan.name}</Heading>
            <MembershipStatus status={status} />
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("summary.number", { number: display_id })} · {t("summary.sold", { date: format.moment(purchased_at, time_zone) })}
          </Text>
        </div>
        {isPayable && <RecordPayment membership={membership} />}
      </div>
      <SectionRow title={t("term.title")} value={<Lines of={termLines(membership, format, t)} />} />
      <SectionRow title={t("summary.zone")} value={time_zone.replaceAll("_", " ")} />
      <SectionRow title={t("summary.purchaser")} value={<Purchaser membership={membership} />} />
    </Container>
  )
}

const Lines = ({ of }: { of: string[] }) => (
  <div className="flex flex-col gap-y-1">
    {of.map((line) => (
      <Text key={line} size="small" leading="compact">
        {line}
      </Text>
    ))}
  </div>
)

function Purchaser({ membership: { customer_id, customer_name, customer_email } }: { membership: Membership }) {
  const t = useText()
  const name = customer_name ?? customer_email ?? t("summary.guest")
  if (!customer_id) return <span className="break-words">{name}</span>
  return (
    <Link
      to={`/customers/${customer_id}`}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover min-w-0 break-words"
    >
      {name}
    </Link>
  )
}
