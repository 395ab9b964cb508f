import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { MembershipStatus } from "../../../memberships/membership-status"
import type { MembershipRow } from "../../../memberships/types"
import { LoadError } from "../../../parts/load-error"
import { LoadingRows } from "../../../parts/loading-sections"
import { Section } from "../../../parts/section"
import { useFormat } from "../../../text/use-format"
import { useText } from "../../../text/use-text"
import { useMembershipsOf } from "../../queries/memberships"

/** The memberships in which somebody holds a seat. */
export function MembershipsSection({ memberId }: { memberId: string }) {
  const t = useText()
  const { data, error, refetch } = useMembershipsOf(memberId)
  return (
    <Section title={t("people.members.memberships.title")}>
      {data ? (
        <Rows memberships={data} />
      ) : error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <LoadingRows rows={2} />
      )}
    </Section>
  )
}

function Rows({ memberships }: { memberships: MembershipRow[] }) {
  const t = useText()
  const format = useFormat()
  if (memberships.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("people.members.memberships.empty")}
      </Text>
    )
  }
  return (
    <ul className="divide-y">
      {memberships.map(({ id, display_id, plan, status, purchased_at, time_zone }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
          <div className="flex min-w-0 flex-col gap-y-1">
            <Link
              to={`/memberships/${id}`}
              className="txt-compact-small-plus text-ui-tag-blue-text hover:underline break-words"
            >
              {plan.name} #{display_id}
            </Link>
            <Text size="small" leading="compact" className="text-ui-fg-subtle">
              {t("summary.sold", { date: format.dayOf(purchased_at, time_zone) })}
            </Text>
          </div>
          <MembershipStatus status={status} />
        </li>
      ))}
    </ul>
  )
}
