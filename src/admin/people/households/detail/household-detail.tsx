import { PageState } from "../../../parts/page-state"
import { useText } from "../../../text/use-text"
import { useHousehold } from "../../queries/households"
import { HouseholdHead } from "./household-head"
import { MembersSection } from "./members-section"

export function HouseholdDetail({ id }: { id: string }) {
  const t = useText()
  const { data: household, error, refetch } = useHousehold(id)
  if (household) {
    return (
      <div className="flex flex-col gap-y-3">
        <HouseholdHead household={household} />
        <MembersSection household={household} />
      </div>
    )
  }
  const notFound = {
    title: t("people.households.notFound"),
    to: "/memberships/households",
    link: t("people.households.all"),
  }
  return <PageState error={error} onRetry={refetch} notFound={notFound} />
}
