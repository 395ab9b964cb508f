import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { termLines } from "../detail/term-lines"
import { MembershipStatus } from "../membership-status"
import type { MembershipRow } from "../types"

/** One membership at the side of a platform's page: which, how it stands, and when it is valid. */
export function MembershipItem({
  membership,
  children,
}: {
  membership: MembershipRow
  children?: ReactNode
}) {
  const t = useText()
  const format = useFormat()
  const { id, display_id, plan, status } = membership
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-start justify-between gap-x-3">
        <Link
          to={`/memberships/${id}`}
          className="txt-compact-small-plus text-ui-tag-blue-text hover:underline min-w-0 break-words"
        >
          {plan.name} #{display_id}
        </Link>
        <div className="shrink-0">
          <MembershipStatus status={status} />
        </div>
      </div>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {termLines(membership, format, t).join(" · ")}
      </Text>
      {children}
    </li>
  )
}
