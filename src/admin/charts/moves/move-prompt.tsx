import { Button, Prompt, Text, toast } from "@medusajs/ui"
import { type FormEvent, useState } from "react"
import { ReasonField } from "../../parts/reason-field"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { type MoveWish, useMoveMemberships } from "../queries/moves"
import type { MovesSetting } from "./price-moves"

interface MovePromptProps {
  setting: MovesSetting
  wish: MoveWish
  /** How many are planned by it. */
  count: number
  onMoved: () => void
  onClose: () => void
}

/** Asks once more, and takes a reason for the history. */
export function MovePrompt({
  setting: { plan_id, version },
  wish,
  count,
  onMoved,
  onClose,
}: MovePromptProps) {
  const t = useText()
  const errorText = useErrorText()
  const [reason, setReason] = useState("")
  const { mutateAsync, isPending } = useMoveMemberships(plan_id)
  const move = async (event: FormEvent) => {
    event.preventDefault()
    try {
      const done = await mutateAsync({ ...wish, reason: reason.trim() || null })
      toast.success(t("moves.confirm.done", { count: done.count - done.refused_count - done.waiting_count }))
      onClose()
      onMoved()
    } catch (error) {
      toast.error(t("moves.confirm.failed"), { description: errorText(error) })
    }
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()} variant="confirmation">
      <Prompt.Content>
        <form onSubmit={move} noValidate>
          <Prompt.Header>
            <Prompt.Title>{t("moves.confirm.title", { count, version: version.version })}</Prompt.Title>
            <Prompt.Description>{t("moves.confirm.detail")}</Prompt.Description>
          </Prompt.Header>
          <Text size="small" className="text-ui-fg-subtle text-pretty px-6 pt-2">
            {t("moves.total.noticeDetail")}
          </Text>
          <ReasonField
            label={t("moves.confirm.reason")}
            hint={t("moves.confirm.reasonHint")}
            value={reason}
            onChange={setReason}
          />
          <Prompt.Footer>
            <Prompt.Cancel type="button">{t("actions.cancel")}</Prompt.Cancel>
            <Button type="submit" size="small" isLoading={isPending}>
              {t("moves.confirm.confirm")}
            </Button>
          </Prompt.Footer>
        </form>
      </Prompt.Content>
    </Prompt>
  )
}
