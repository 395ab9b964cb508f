import { toast, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import { useErrorText } from "../../../text/use-error-text"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import { useUpdateHousehold } from "../../queries/households"
import { usePlaceMember } from "../../queries/members"
import type { Household, HouseholdPerson } from "../../types"

/** What can be done with one member of a household, and why the last try was refused. */
export function useMemberChanges(household: Household, member: HouseholdPerson) {
  const t = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const [refusal, setRefusal] = useState<string | null>(null)
  const { mutateAsync: update } = useUpdateHousehold(household.id)
  const { mutateAsync: place } = usePlaceMember()
  const name = nameOf(member)

  const attempt = async (change: () => Promise<unknown>, done: string): Promise<boolean> => {
    setRefusal(null)
    try {
      await change()
      toast.success(done)
      return true
    } catch (error) {
      setRefusal(errorText(error))
      return false
    }
  }
  const others = household.guardian_ids.filter((id) => id !== member.id)
  const remove = async () => {
    const isMeant = await prompt({
      title: t("people.households.remove.title", { name, household: household.name }),
      description: t("people.households.remove.detail", { name }),
      confirmText: t("actions.remove"),
      cancelText: t("actions.cancel"),
    })
    if (!isMeant) return
    const done = t("people.households.remove.done", { name, household: household.name })
    const isLast = household.members.length === 1
    const isGone = await attempt(async () => place({ member_id: member.id, household_id: null }), done)
    // Nobody lives there any more, and so it is dissolved.
    if (isGone && isLast) void navigate("/memberships/households", { replace: true })
  }
  return {
    refusal,
    remove,
    makeGuardian: async () =>
      attempt(
        async () => update({ guardian_ids: [...others, member.id] }),
        t("people.households.guardian.made", { name })
      ),
    unmakeGuardian: async () =>
      attempt(async () => update({ guardian_ids: others }), t("people.households.guardian.unmade", { name })),
  }
}
