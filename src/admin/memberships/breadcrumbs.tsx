import { Crumb } from "../parts/crumb"
import { useText } from "../text/use-text"
import { useMembership } from "./queries/memberships"

export const PageName = () => <span>{useText()("domain")}</span>

/** Shares the page's own request. */
export function MembershipName({ id }: { id: string }) {
  const { data, error } = useMembership(id)
  return <Crumb name={data && `#${data.display_id}`} error={error} />
}
