import { Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { Link } from "react-router-dom"
import { en } from "../../i18n/english"
import { useText } from "../../text/use-text"
import type { SaleAction } from "../queries/sale-issues"
import type { SaleIssue } from "../types"
import { RefundPrompt } from "./refund-prompt"
import { ResolvePrompt } from "./resolve-prompt"

const isRefund = (code: string) => code === "order_refunded" || code === "renewal_refunded"

type KnownCode = keyof typeof en.issues.code
const known = (code: string): KnownCode => (code in en.issues.code ? (code as KnownCode) : "other")

interface SaleIssueRowProps {
  issue: SaleIssue
  /** Left out on the membership's own page, which links to both. */
  withLinks?: boolean
}

export function SaleIssueRow({ issue, withLinks = false }: SaleIssueRowProps) {
  const t = useText()
  const { language } = useTranslation().i18n
  // The server's sentence is more exact and English; in another language it is shown only where ours knows no better.
  const isMessageShown = language.startsWith("en") || known(issue.code) === "other"
  return (
    <li className="flex flex-col gap-x-6 gap-y-3 px-6 py-4 md:flex-row md:items-center md:justify-between">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t(`issues.code.${known(issue.code)}`)}
        </Text>
        {isMessageShown && (
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {issue.message}
          </Text>
        )}
        {withLinks && <IssueLinks issue={issue} />}
        <Decided issue={issue} />
      </div>
      {issue.resolved_at === null &&
        (isRefund(issue.code) ? <RefundChoice issue={issue} /> : <SaleChoice issue={issue} />)}
    </li>
  )
}

function SaleChoice({ issue }: { issue: SaleIssue }) {
  const t = useText()
  const [action, setAction] = useState<SaleAction | null>(null)
  return (
    <div className="flex shrink-0 items-center gap-x-2">
      <Button size="small" variant="secondary" onClick={() => setAction("dismiss")}>
        {t("issues.dismiss")}
      </Button>
      <Button size="small" variant="secondary" onClick={() => setAction("approve")}>
        {t("issues.approve")}
      </Button>
      {action && <ResolvePrompt issue={issue} action={action} onClose={() => setAction(null)} />}
    </div>
  )
}

function RefundChoice({ issue }: { issue: SaleIssue }) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex shrink-0 items-center">
      <Button size="small" variant="secondary" onClick={() => setOpen(true)}>
        {t("issues.refund.decide")}
      </Button>
      {isOpen && <RefundPrompt issue={issue} onClose={() => setOpen(false)} />}
    </div>
  )
}

function Decided({ issue: { resolution, reason } }: { issue: SaleIssue }) {
  const t = useText()
  if (resolution === null) return null
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {t(`issues.decided.${resolution}`, { reason: reason ?? t("none") })}
    </Text>
  )
}

const LINK = "txt-compact-small text-ui-tag-blue-text hover:underline"

function IssueLinks({ issue: { membership_id, order_id } }: { issue: SaleIssue }) {
  const t = useText()
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1">
      {membership_id && (
        <Link to={`/memberships/${membership_id}`} className={LINK}>
          {t("issues.openMembership")}
        </Link>
      )}
      {order_id && (
        <Link to={`/orders/${order_id}`} className={LINK}>
          {t("issues.openOrder")}
        </Link>
      )}
    </div>
  )
}
