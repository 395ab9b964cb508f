import { toast, usePrompt } from "@medusajs/ui"
import { useErrorText } from "../../../text/use-error-text"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import { usePlaceMember } from "../../queries/members"
import type { HouseholdName, PersonName } from "../../types"

/** Asks, and takes somebody out of their household. */
export function useLeave(member: PersonName & { id: string }, { name: household }: HouseholdName) {
  const t = useText()
  const prompt = usePrompt()
  const errorText = useErrorText()
  const { mutateAsync } = usePlaceMember()
  const name = nameOf(member)
  return async () => {
    const isMeant = await prompt({
      title: t("people.household.leaveTitle", { name, household }),
      description: t("people.household.leaveDetail", { name }),
      confirmText: t("people.household.leave"),
      cancelText: t("actions.cancel"),
    })
    if (!isMeant) return
    try {
      await mutateAsync({ member_id: member.id, household_id: null })
      toast.success(t("people.household.left", { name, household }))
    } catch (error) {
      toast.error(errorText(error))
    }
  }
}
