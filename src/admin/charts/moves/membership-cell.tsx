import { Link } from "react-router-dom"
import { useText } from "../../text/use-text"

interface MembershipCellProps {
  row: { membership_id: string; display_id: number; customer_name: string | null }
  /** Of which version it is. */
  version: string
}

/** The membership's number, which leads to it, with its version and its purchaser. */
export function MembershipCell({
  row: { membership_id, display_id, customer_name },
  version,
}: MembershipCellProps) {
  const t = useText()
  return (
    <div className="flex min-w-0 flex-col py-2">
      <span className="block truncate">
        <Link
          to={`/memberships/${membership_id}`}
          className="focus-visible:shadow-borders-focus text-ui-fg-base rounded-sm tabular-nums underline outline-none"
        >
          #{display_id}
        </Link>
        {` · ${version}`}
      </span>
      <span className="text-ui-fg-subtle block truncate" title={customer_name ?? undefined}>
        {customer_name ?? t("moves.table.purchaserUnknown")}
      </span>
    </div>
  )
}
