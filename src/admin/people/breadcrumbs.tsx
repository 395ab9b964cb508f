import { Crumb } from "../parts/crumb"
import { useText } from "../text/use-text"
import { nameOf } from "./names"
import { useHousehold } from "./queries/households"
import { useMember } from "./queries/members"

export const MembersName = () => <span>{useText()("people.members.domain")}</span>
export const HouseholdsName = () => <span>{useText()("people.households.domain")}</span>
export const AgeingOutName = () => <span>{useText()("people.ageingOut.title")}</span>

/** Shares the page's own request. */
export function MemberName({ id }: { id: string }) {
  const { data, error } = useMember(id)
  return <Crumb name={data && nameOf(data)} error={error} />
}

/** Shares the page's own request. */
export function HouseholdName({ id }: { id: string }) {
  const { data, error } = useHousehold(id)
  return <Crumb name={data?.name} error={error} />
}
