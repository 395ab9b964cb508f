import { Link } from "react-router-dom"
import { useText } from "../../text/use-text"

interface MembershipCellProps {
  row: { membership_id: string; display_id: number; customer_name: string | null }
}

/** The membership's number, which leads to it, and its purchaser. */
export function MembershipCell({ row: { membership_id, display_id, customer_name } }: MembershipCellProps) {
  const t = useText()
  return (
    <div className="flex min-w-0 flex-col py-2">
      <Link
        to={`/memberships/${membership_id}`}
        className="focus-visible:shadow-borders-focus text-ui-fg-base w-fit rounded-sm tabular-nums outline-none hover:underline"
      >
        #{display_id}
      </Link>
      <span className="text-ui-fg-subtle block truncate" title={customer_name ?? undefined}>
        {customer_name ?? t("moves.table.purchaserUnknown")}
      </span>
    </div>
  )
}
