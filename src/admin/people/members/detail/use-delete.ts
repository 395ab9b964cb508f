import { toast, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { useErrorText } from "../../../text/use-error-text"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import { useDeleteMember } from "../../queries/members"
import { holdsSeat } from "../../refusals"
import type { Member } from "../../types"

/** Asks, deletes, and leads back to the list; who holds a seat stays, and is told why. */
export function useDelete(member: Member) {
  const t = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const { mutateAsync } = useDeleteMember(member.id)
  const name = nameOf(member)
  return async () => {
    const isMeant = await prompt({
      title: t("people.members.delete.title", { name }),
      description: t("people.members.delete.detail", { name }),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!isMeant) return
    try {
      await mutateAsync()
      toast.success(t("people.members.delete.done", { name }))
      void navigate("/memberships/members", { replace: true })
    } catch (error) {
      toast.error(holdsSeat(error) ? t("people.members.delete.holdsSeat", { name }) : errorText(error))
    }
  }
}
