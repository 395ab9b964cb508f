import { Button, Prompt, RadioGroup, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { Foreseen } from "../../parts/foreseen"
import { ReasonField } from "../../parts/reason-field"
import { useErrorText } from "../../text/use-error-text"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import {
  type RefundAction,
  REFUND_ACTIONS,
  useIssuePreview,
  useResolveSaleIssue,
} from "../queries/sale-issues"
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
    <Prompt
      open
      onOpenChange={(open) => !open && onClose()}
      variant={isDestructive ? "danger" : "confirmation"}
    >
      <Prompt.Content>
        <form onSubmit={decide} noValidate>
          <Prompt.Header>
            <Prompt.Title>{t("issues.refund.title")}</Prompt.Title>
            <Prompt.Description>{t("issues.refund.detail")}</Prompt.Description>
          </Prompt.Header>
          <div className="flex max-h-[60vh] flex-col overflow-y-auto pb-1">
            <div className="flex flex-col gap-y-4 px-6 pt-4">
              <Choices code={issue.code} value={action} onChange={setAction} />
              <Effects preview={preview} />
            </div>
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
          </div>
          <Prompt.Footer>
            {/* Not "Cancel", which is what some of the choices do. */}
            <Prompt.Cancel type="button">{t("issues.refund.later")}</Prompt.Cancel>
            <Button
              type="submit"
              size="small"
              variant={isDestructive ? "danger" : "primary"}
              disabled={preview.isLoading || preview.error !== null}
              isLoading={isPending}
            >
              {t(`issues.refund.${action}`)}
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

function Effects({ preview: { data, error, isLoading } }: { preview: ReturnType<typeof useIssuePreview> }) {
  const t = useText()
  const format = useFormat()
  const all = () => t("issues.refund.allSeats")
  const names = { seat: all, seatWith: all, member: () => null, payer: () => null }
  const linesOf = ({ effects, currency_code }: NonNullable<typeof data>) =>
    effectLines(effects, { t, format, names, currency_code })
  return <Foreseen lines={data && !isLoading ? linesOf(data) : null} refusal={isLoading ? null : error} />
}
