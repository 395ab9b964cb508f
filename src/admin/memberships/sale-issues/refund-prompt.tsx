import { Button, InlineTip, Label, Prompt, RadioGroup, Text, Textarea, toast } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { LoadingRows } from "../../parts/loading-sections"
import { useErrorText } from "../../text/use-error-text"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { type RefundAction, REFUND_ACTIONS, useIssuePreview, useResolveSaleIssue } from "../queries/sale-issues"
import { effectLines } from "../seats/effect-lines"
import type { SaleIssue } from "../types"

/** What becomes of a membership whose money was given back (SALE-8): a choice, what it does, and why. */
export function RefundPrompt({ issue, onClose }: { issue: SaleIssue; onClose: () => void }) {
  const t = useText()
  const errorText = useErrorText()
  const [action, setAction] = useState<RefundAction>("keep")
  const [reason, setReason] = useState("")
  const [isMissing, setMissing] = useState(false)
  const { mutateAsync, isPending } = useResolveSaleIssue(issue.id)
  const preview = useIssuePreview(issue, action)

  const decide = async (event: FormEvent) => {
    event.preventDefault()
    // The keyboard submits past a button that is not enabled.
    if (preview.isLoading || preview.error) return
    if (!reason.trim()) {
      setMissing(true)
      return
    }
    try {
      await mutateAsync({ action, reason: reason.trim() })
      toast.success(t(`issues.refund.done.${action}`))
      onClose()
    } catch (error) {
      toast.error(t("issues.failed"), { description: errorText(error) })
    }
  }
  const isDestructive = action !== "keep"

  return (
    <Prompt open onOpenChange={(open) => !open && onClose()} variant={isDestructive ? "danger" : "confirmation"}>
      <Prompt.Content>
        <form onSubmit={decide} noValidate>
          <Prompt.Header>
            <Prompt.Title>{t("issues.refund.title")}</Prompt.Title>
            <Prompt.Description>{t("issues.refund.detail")}</Prompt.Description>
          </Prompt.Header>
          <div className="flex max-h-[60vh] flex-col gap-y-4 overflow-y-auto px-6 pt-4">
            <Choices code={issue.code} value={action} onChange={setAction} />
            <Foreseen preview={preview} />
            <Reason
              value={reason}
              isMissing={isMissing}
              onChange={(value) => {
                setReason(value)
                setMissing(false)
              }}
            />
          </div>
          <Prompt.Footer>
            <Prompt.Cancel type="button">{t("actions.cancel")}</Prompt.Cancel>
            <Button
              type="submit"
              size="small"
              variant={isDestructive ? "danger" : "primary"}
              disabled={preview.isLoading || preview.error !== null}
              isLoading={isPending}
            >
              {t("issues.refund.submit")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}

interface ChoicesProps {
  code: string
  value: RefundAction
  onChange: (action: RefundAction) => void
}

function Choices({ code, value, onChange }: ChoicesProps) {
  const t = useText()
  const actions = REFUND_ACTIONS.filter((action) => action !== "void" || code === "order_refunded")
  return (
    <RadioGroup
      value={value}
      onValueChange={(chosen) => onChange(chosen as RefundAction)}
      aria-label={t("issues.refund.title")}
    >
      {actions.map((action) => (
        <RadioGroup.ChoiceBox
          key={action}
          value={action}
          label={t(`issues.refund.${action}`)}
          description={t(`issues.refund.${action}Detail`)}
        />
      ))}
    </RadioGroup>
  )
}

function Foreseen({ preview: { data, error, isLoading } }: { preview: ReturnType<typeof useIssuePreview> }) {
  const t = useText()
  const format = useFormat()
  const errorText = useErrorText()
  if (error && !isLoading) {
    return (
      <div role="status">
        <InlineTip variant="error" label={t("seating.preview.refused")}>
          {errorText(error)}
        </InlineTip>
      </div>
    )
  }
  if (!data || isLoading) {
    return (
      <div role="status" aria-label={t("seating.preview.loading")}>
        <LoadingRows rows={1} />
      </div>
    )
  }
  const all = () => t("issues.refund.allSeats")
  const names = { seat: all, seatWith: all, member: () => null, payer: () => null }
  const lines = effectLines(data.effects, { t, format, names, currency_code: data.currency_code })
  return (
    <div role="status">
      <ul className="flex list-none flex-col gap-y-1.5">
      {(lines.length ? lines : [t("seating.preview.nothing")]).map((line) => (
        <li key={line}>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {line}
          </Text>
        </li>
      ))}
    </ul>
    </div>
  )
}

interface ReasonProps {
  value: string
  isMissing: boolean
  onChange: (value: string) => void
}

function Reason({ value, isMissing, onChange }: ReasonProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {t("issues.reason")}
      </Label>
      <Textarea
        id={id}
        rows={2}
        value={value}
        aria-invalid={isMissing}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <Text id={`${id}-hint`} size="small" className={isMissing ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
        {t(isMissing ? "issues.reasonMissing" : "issues.reasonHint")}
      </Text>
    </div>
  )
}
