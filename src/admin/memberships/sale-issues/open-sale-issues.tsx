import { ExclamationCircleSolid } from "@medusajs/icons"
import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../text/use-text"
import { useOpenSaleIssues } from "../queries/sale-issues"
import { SaleIssueRow } from "./sale-issue-row"

/** So many are seen at once; the table below stays in sight. */
const FIRST = 3

/** Paid sales that wait for a decision, above the list. Nothing where none waits, or while that is not known. */
export function OpenSaleIssues() {
  const t = useText()
  const [isWhole, setWhole] = useState(false)
  const { data } = useOpenSaleIssues()
  if (!data || data.count === 0) return null
  const issues = data.membership_sale_issues
  const shown = isWhole ? issues : issues.slice(0, FIRST)
  return (
    <Container className="divide-y p-0" role="region" aria-labelledby="open-sale-issues">
      <div className="flex items-start gap-x-3 px-6 py-4">
        <ExclamationCircleSolid className="text-ui-tag-orange-icon mt-1 shrink-0" />
        <div className="flex flex-col gap-y-1">
          <Heading level="h2" id="open-sale-issues">
            {t("issues.title")}
          </Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("issues.count", { count: data.count })} {t("issues.detail")}
          </Text>
        </div>
      </div>
      <ul className="divide-y">
        {shown.map((issue) => (
          <SaleIssueRow key={issue.id} issue={issue} withLinks />
        ))}
      </ul>
      {issues.length > FIRST && (
        <div className="px-6 py-3">
          <Button size="small" variant="transparent" onClick={() => setWhole(!isWhole)}>
            {isWhole ? t("issues.showFewer") : t("issues.showAll", { count: data.count })}
          </Button>
        </div>
      )}
    </Container>
  )
}
