import "../../forecast/words"
import { SectionRow } from "@medusajs/dashboard/components"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { MembershipStatus } from "../membership-status"
import { PlannedChange } from "../plan-change/planned-change"
import type { Membership } from "../types"
import { Lines, PageLink, WithHint } from "./lines"
import { payableOf } from "./payable"
import { RecordPayment } from "./record-payment"
import { statusReason } from "./status-reason"
import { termLines } from "./term-lines"
import { NextCharge } from "./next-charge"
import { TermMenu } from "./term-menu"

const ENDED: readonly string[] = ENDED_STATUSES

export function SummarySection({ membership }: { membership: Membership }) {
  const t = useText()
  const format = useFormat()
  const { plan, status, display_id, purchased_at, time_zone, location_name } = membership
  const payable = payableOf(membership)
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <Heading className="min-w-0 break-words">{plan.name}</Heading>
            <MembershipStatus status={status} />
          </div>
          <Text size="small" className="text-ui-fg-subtle">
            {t("summary.number", { number: display_id })} ·{" "}
            {t("summary.sold", { date: format.moment(purchased_at, time_zone) })}
          </Text>
        </div>
        <div className="flex items-center gap-x-2">
          {payable && <RecordPayment membership={membership} payable={payable} />}
          {!ENDED.includes(status) && status !== "pending" && (
            <Button size="small" variant="secondary" asChild>
              <Link to="forecast">{t("forecast.action")}</Link>
            </Button>
          )}
          <TermMenu membership={membership} />
        </div>
      </div>
      <SectionRow title={t("fields.status")} value={statusReason(membership, format, t)} />
      <SectionRow title={t("term.title")} value={<Lines of={termLines(membership, format, t)} />} />
      <PlannedChange membership={membership} />
      <NextCharge membership={membership} />
      <SectionRow title={t("summary.purchaser")} value={<Purchaser membership={membership} />} />
      <SectionRow
        title={t("summary.location")}
        value={
          <WithHint hint={t("summary.zone", { zone: time_zone.replaceAll("_", " ") })}>
            <span className="break-words">{location_name ?? t("summary.everywhere")}</span>
          </WithHint>
        }
      />
    </Container>
  )
}

function Purchaser({
  membership: { customer_id, customer_name, customer_email },
}: {
  membership: Membership
}) {
  const t = useText()
  const name = customer_name ?? customer_email ?? t("summary.guest")
  const person = customer_id ? (
    <PageLink to={`/customers/${customer_id}`}>{name}</PageLink>
  ) : (
    <span className="break-words">{name}</span>
  )
  return customer_name && customer_email ? <WithHint hint={customer_email}>{person}</WithHint> : person
}
