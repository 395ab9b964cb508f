import "./words"
import { Button, Prompt, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { ReasonField } from "../../parts/reason-field"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { usePauseRenewals } from "../queries/billing-settings"

/** Says what a pause does and what catches up afterwards, and takes a reason (BILL-8). */
export function PausePrompt({ onClose }: { onClose: () => void }) {
  const t = useText()
  const errorText = useErrorText()
  const [reason, setReason] = useState("")
  const { mutateAsync, isPending } = usePauseRenewals()
  const pause = async (event: FormEvent) => {
    event.preventDefault()
    try {
      await mutateAsync(reason.trim() || null)
      toast.success(t("renewals.pause.done"))
      onClose()
    } catch (error) {
      toast.error(t("renewals.pause.failed"), { description: errorText(error) })
    }
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()} variant="danger">
      <Prompt.Content>
        <form onSubmit={pause} noValidate>
          <Prompt.Header>
            <Prompt.Title>{t("renewals.pause.title")}</Prompt.Title>
            <Prompt.Description>{t("renewals.pause.detail")}</Prompt.Description>
          </Prompt.Header>
          <div className="flex flex-col gap-y-2 px-6 pt-2">
            {[t("renewals.pause.catchUp"), t("renewals.pause.graceGoesOn")].map((sentence) => (
              <Text key={sentence} leading="compact" className="text-ui-fg-subtle text-pretty">
                {sentence}
              </Text>
            ))}
          </div>
          <ReasonField
            label={t("renewals.pause.reason")}
            hint={t("renewals.pause.reasonHint")}
            value={reason}
            onChange={setReason}
          />
          <Prompt.Footer>
            <Prompt.Cancel type="button">{t("actions.cancel")}</Prompt.Cancel>
            <Button type="submit" size="small" variant="danger" isLoading={isPending}>
              {t("renewals.pause.confirm")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
