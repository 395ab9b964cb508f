import { ChargesSection } from "../../billing/membership/charges-section"
import { PageState } from "../../parts/page-state"
import { TwoColumns } from "../../parts/two-columns"
import { useText } from "../../text/use-text"
import { useMembership } from "../queries/memberships"
import { CreditsSection } from "../credits/credits-section"
import { HistorySection } from "./history-section"
import { InvitationsSection } from "./invitations-section"
import { MembershipIssues } from "./membership-issues"
import { MoneySection } from "./money-section"
import { SaleSection } from "./sale-section"
import { SeatsSection } from "./seats-section"
import { SummarySection } from "./summary-section"
import type { Membership } from "../types"

/** It renews, or has been charged before. */
const isCharged = ({ plan, charges = [] }: Membership) =>
  plan.billing.type === "recurring" || charges.length > 0

export function MembershipDetail({ id }: { id: string }) {
  const t = useText()
  const { data: membership, error, refetch } = useMembership(id)
  if (membership) {
    return (
      <TwoColumns
        main={
          <>
            <SummarySection membership={membership} />
            <MembershipIssues issues={membership.issues} />
            <SeatsSection membership={membership} />
            {membership.plan.entitlement.type === "credits" && <CreditsSection membership={membership} />}
            <InvitationsSection membership={membership} />
            <HistorySection membership={membership} />
          </>
        }
        side={
          <>
            <MoneySection membership={membership} />
            {isCharged(membership) && (
              <ChargesSection charges={membership.charges ?? []} membership_id={membership.id} />
            )}
            <SaleSection membership={membership} />
          </>
        }
      />
    )
  }
  return (
    <PageState
      error={error}
      onRetry={refetch}
      notFound={{ title: t("states.notFoundTitle"), to: "/memberships", link: t("states.toList") }}
    />
  )
}
