import { Button, Container } from "@medusajs/ui"
import { FetchError } from "@medusajs/js-sdk"
import { Link } from "react-router-dom"
import { LoadError, Notice } from "../../parts/load-error"
import { LoadingSections } from "../../parts/loading-sections"
import { TwoColumns } from "../../parts/two-columns"
import { useText } from "../../text/use-text"
import { useMembership } from "../queries/memberships"
import { HistorySection } from "./history-section"
import { MembershipIssues } from "./membership-issues"
import { MoneySection } from "./money-section"
import { SaleSection } from "./sale-section"
import { SeatsSection } from "./seats-section"
import { SummarySection } from "./summary-section"

export function MembershipDetail({ id }: { id: string }) {
  const { data: membership, error, refetch } = useMembership(id)
  if (membership) {
    return (
      <TwoColumns
        main={
          <>
            <SummarySection membership={membership} />
            <MembershipIssues issues={membership.issues} />
            <SeatsSection membership={membership} />
            <HistorySection id={id} zone={membership.time_zone} />
          </>
        }
        side={
          <>
            <MoneySection membership={membership} />
            <SaleSection membership={membership} />
          </>
        }
      />
    )
  }
  if (!error) return <LoadingSections />
  return (
    <Container className="p-0">
      {error instanceof FetchError && error.status === 404 ? (
        <NotFound />
      ) : (
        <LoadError error={error} onRetry={refetch} />
      )}
    </Container>
  )
}

function NotFound() {
  const t = useText()
  return (
    <Notice title={t("states.notFoundTitle")} detail={t("states.notFoundDetail")}>
      <Button size="small" variant="secondary" asChild>
        <Link to="/memberships">{t("states.toList")}</Link>
      </Button>
    </Notice>
  )
}
