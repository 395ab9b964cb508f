import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import { STATUSES } from "../../memberships/types"
import { Section } from "../../parts/section"
import { useText } from "../../text/use-text"
import type { Plan } from "../types"

const ended: readonly string[] = ENDED_STATUSES
const LIVE = STATUSES.filter((status) => !ended.includes(status))

/** The list of memberships keeps its filters in the address as JSON. */
const listOf = (plan_id: string, statuses?: readonly string[]) => {
  const filters = new URLSearchParams({ plan_id: JSON.stringify([plan_id]) })
  if (statuses) filters.set("status", JSON.stringify(statuses))
  return `/memberships?${filters.toString()}`
}

/** How many have it, and the way to them. */
export function SoldSection({ plan: { id, membership_counts } }: { plan: Plan }) {
  const t = useText()
  const { live, total } = membership_counts
  return (
    <Section title={t("plans.detail.sold")}>
      <Number
        label={t("plans.detail.live")}
        hint={t("plans.detail.liveHint")}
        count={live}
        to={listOf(id, LIVE)}
        link={t("plans.detail.showLive")}
      />
      <Number
        label={t("plans.detail.total")}
        count={total}
        to={listOf(id)}
        link={t("plans.detail.showAll")}
      />
    </Section>
  )
}

interface NumberProps {
  label: string
  hint?: string
  count: number
  to: string
  link: string
}

const Number = ({ label, hint, count, to, link }: NumberProps) => (
  <div className="flex items-center justify-between gap-x-4 px-6 py-4">
    <div className="flex min-w-0 flex-col">
      <Text size="small" leading="compact" weight="plus">
        {label}
      </Text>
      {hint && (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {hint}
        </Text>
      )}
    </div>
    <div className="flex shrink-0 items-center gap-x-3">
      <Text size="small" leading="compact" className="tabular-nums">
        {count}
      </Text>
      {count > 0 && (
        <Button size="small" variant="secondary" asChild>
          <Link to={to}>{link}</Link>
        </Button>
      )}
    </div>
  </div>
)
