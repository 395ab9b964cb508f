import "./words"
import { Button, Prompt, Text, toast } from "@medusajs/ui"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { useContinueRenewals, useWaitingCharges } from "../queries/billing-settings"

/** Says how much has come due meanwhile before it is charged (BILL-8). */
export function ContinuePrompt({ onClose }: { onClose: () => void }) {
  const t = useText()
  const errorText = useErrorText()
  const waiting = useWaitingCharges()
  const { mutateAsync, isPending } = useContinueRenewals()
  const goOn = async () => {
    try {
      await mutateAsync(undefined)
      toast.success(t("renewals.continue.done"))
      onClose()
    } catch (error) {
      toast.error(t("renewals.continue.failed"), { description: errorText(error) })
    }
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()} variant="confirmation">
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("renewals.continue.title")}</Prompt.Title>
          <Prompt.Description aria-live="polite">{useWaitingSentence(waiting)}</Prompt.Description>
        </Prompt.Header>
        <Text leading="compact" className="text-ui-fg-subtle text-pretty px-6 pt-2">
          {t("renewals.continue.others")}
        </Text>
        <Prompt.Footer>
          <Prompt.Cancel type="button">{t("actions.cancel")}</Prompt.Cancel>
          <Button size="small" disabled={waiting.isPending} isLoading={isPending} onClick={goOn}>
            {t("renewals.continue.confirm")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}

function useWaitingSentence({ data: count, error }: ReturnType<typeof useWaitingCharges>): string {
  const t = useText()
  if (error) return t("renewals.continue.uncounted")
  if (count === undefined) return t("renewals.continue.counting")
  return count === 0 ? t("renewals.continue.none") : t("renewals.continue.waiting", { count })
}
