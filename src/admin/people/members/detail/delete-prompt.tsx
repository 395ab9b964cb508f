import { Button, InlineTip, Prompt, toast } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { DeletionEffects } from "../../../memberships/deletion/deletion-effects"
import { LoadingRows } from "../../../parts/loading-sections"
import { useErrorText } from "../../../text/use-error-text"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import { useDeleteMember, useMemberDeletion } from "../../queries/members"
import type { Member } from "../../types"

/** Shows what deleting a member does, or why it cannot be; then asks, deletes, and leads back to the list. */
export function DeletePrompt({ member, onClose }: { member: Member; onClose: () => void }) {
  const t = useText()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const name = nameOf(member)
  const { data, error } = useMemberDeletion(member.id)
  const { mutateAsync, isPending } = useDeleteMember(member.id)
  const remove = async () => {
    try {
      await mutateAsync()
      toast.success(t("people.members.delete.done", { name }))
      void navigate("/memberships/members", { replace: true })
    } catch (failure) {
      toast.error(errorText(failure))
      onClose()
    }
  }
  return (
    <Prompt open onOpenChange={(open) => !open && onClose()}>
      <Prompt.Content>
        <Prompt.Header>
          <Prompt.Title>{t("people.members.delete.title", { name })}</Prompt.Title>
          <Prompt.Description>{t("people.members.delete.detail")}</Prompt.Description>
        </Prompt.Header>
        <div role="status" className="max-h-72 overflow-y-auto px-6 pt-4">
          {error ? (
            <InlineTip variant="error" label={t("foreseen.refused")}>
              {errorText(error)}
            </InlineTip>
          ) : data ? (
            <DeletionEffects effects={data} name={name} />
          ) : (
            <LoadingRows rows={1} />
          )}
        </div>
        <Prompt.Footer>
          <Prompt.Cancel>{t("actions.cancel")}</Prompt.Cancel>
          <Button
            size="small"
            variant="danger"
            disabled={!data}
            isLoading={isPending}
            onClick={() => void remove()}
          >
            {t("actions.delete")}
          </Button>
        </Prompt.Footer>
      </Prompt.Content>
    </Prompt>
  )
}
