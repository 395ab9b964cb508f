import { Section } from "../../parts/section"
import { useText } from "../../text/use-text"
import { SaleIssueRow } from "../sale-issues/sale-issue-row"
import type { SaleIssue } from "../types"

/** What was wrong with its sale: the open questions first, then how the others were decided. */
export function MembershipIssues({ issues }: { issues: SaleIssue[] }) {
  const t = useText()
  if (issues.length === 0) return null
  const open = issues.filter((issue) => issue.resolved_at === null)
  const decided = issues.filter((issue) => issue.resolved_at !== null)
  return (
    <Section title={t(open.length ? "issues.title" : "issues.decidedTitle")}>
      <ul className="divide-y">
        {[...open, ...decided].map((issue) => (
          <SaleIssueRow key={issue.id} issue={issue} />
        ))}
      </ul>
    </Section>
  )
}
