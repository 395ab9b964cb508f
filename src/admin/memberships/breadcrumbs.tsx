import { useText } from "../text/use-text"
import { useMembership } from "./queries/memberships"

export const PageName = () => <span>{useText()("domain")}</span>

/** Shares the page's own request. */
export function MembershipName({ id }: { id: string }) {
  const { data } = useMembership(id)
  return data ? <span>#{data.display_id}</span> : null
}
