import { useText } from "../text/use-text"
import { nameOf } from "./names"
import { useHousehold } from "./queries/households"
import { useMember } from "./queries/members"

export const MembersName = () => <span>{useText()("people.members.domain")}</span>
export const HouseholdsName = () => <span>{useText()("people.households.domain")}</span>
export const AgeingOutName = () => <span>{useText()("people.ageingOut.title")}</span>

const Name = ({ text }: { text: string }) => <span className="block max-w-60 truncate">{text}</span>

/** Shares the page's own request. */
export function MemberName({ id }: { id: string }) {
  const { data } = useMember(id)
  return data ? <Name text={nameOf(data)} /> : null
}

/** Shares the page's own request. */
export function HouseholdName({ id }: { id: string }) {
  const { data } = useHousehold(id)
  return data ? <Name text={data.name} /> : null
}
