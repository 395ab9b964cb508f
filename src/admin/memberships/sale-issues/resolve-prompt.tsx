import { Button, Prompt, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { ReasonField } from "../../parts/reason-field"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { type SaleAction, useResolveSaleIssue } from "../queries/sale-issues"
import type { SaleIssue } from "../types"

interface ResolvePromptProps {
  issue: SaleIssue
  action: SaleAction
  onClose: () => void
}

/** Asks for the reason, without which nothing is decided. */
export function ResolvePrompt({ issue, action, onClose }: ResolvePromptProps) {
  const t = useText()
  const errorText = useErrorText()
  const [reason, setReason] = useState("")
  const [isMissing, setMissing] = useState(false)
  const { mutateAsync, isPending } = useResolveSaleIssue(issue.id)

  const decide = async (event: FormEvent) => {
    event.preventDefault()
    if (!reason.trim()) {
      setMissing(true)
      return
    }
    try {
      await mutateAsync({ action, reason: reason.trim() })
      toast.success(t(action === "approve" ? "issues.approved" : "issues.dismissed"))
    } catch (error) {
      toast.error(t("issues.failed"), { description: errorText(error) })
    }
    onClose()
  }
  const dismissal = issue.membership_id === null ? "issues.dismissOnlyDetail" : "issues.dismissDetail"

  return (
    <Prompt
      open
      onOpenChange={(open) => !open && onClose()}
      variant={action === "dismiss" ? "danger" : "confirmation"}
    >
      <Prompt.Content>
        <form onSubmit={decide} noValidate>
          <Prompt.Header>
            <Prompt.Title>{t(`issues.${action}Title`)}</Prompt.Title>
            <Prompt.Description>
              {t(action === "approve" ? "issues.approveDetail" : dismissal)}
            </Prompt.Description>
          </Prompt.Header>
          <ReasonField
            label={t("issues.reason")}
            hint={t("issues.reasonHint")}
            missing={isMissing ? t("issues.reasonMissing") : null}
            value={reason}
            onChange={(value) => {
              setReason(value)
              setMissing(false)
            }}
          />
          <Prompt.Footer>
            <Prompt.Cancel type="button">{t("actions.cancel")}</Prompt.Cancel>
            <Button
              type="submit"
              size="small"
              variant={action === "dismiss" ? "danger" : "primary"}
              isLoading={isPending}
            >
              {t(`issues.${action}`)}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
