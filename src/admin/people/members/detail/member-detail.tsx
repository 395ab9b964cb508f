import { PageState } from "../../../parts/page-state"
import { TwoColumns } from "../../../parts/two-columns"
import { ApiError } from "../../../platform/api"
import { useText } from "../../../text/use-text"
import { CodesSection } from "../../../front-desk/codes/codes-section"
import { useMember } from "../../queries/members"
import { HouseholdSection } from "./household-section"
import { MembershipsSection } from "./memberships-section"
import { ProofsSection } from "./proofs-section"
import { QualifiesSection } from "./qualifies-section"
import { SummarySection } from "./summary-section"

export function MemberDetail({ id }: { id: string }) {
  const t = useText()
  const { data: member, error, refetch } = useMember(id)
  if (member) {
    return (
      <TwoColumns
        main={
          <>
            <SummarySection member={member} />
            <MembershipsSection memberId={id} />
            <ProofsSection member={member} />
            <CodesSection member={member} />
          </>
        }
        side={
          <>
            <HouseholdSection member={member} />
            <QualifiesSection classifications={member.classifications} />
          </>
        }
      />
    )
  }
  const merged_into = error instanceof ApiError ? error.details.merged_into : undefined
  const notFound =
    typeof merged_into === "string"
      ? {
          title: t("people.members.merged"),
          to: `/memberships/members/${merged_into}`,
          link: t("people.members.openMerged"),
        }
      : { title: t("people.members.notFound"), to: "/memberships/members", link: t("people.members.all") }
  return <PageState error={error} onRetry={refetch} notFound={notFound} />
}
