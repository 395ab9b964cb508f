import { PencilSquare, Trash } from "@medusajs/icons"
import { Container, Heading, Text, toast, usePrompt } from "@medusajs/ui"
import { useNavigate } from "react-router-dom"
import { ActionMenu } from "../../../parts/action-menu"
import { useErrorText } from "../../../text/use-error-text"
import { useText } from "../../../text/use-text"
import { useDissolveHousehold } from "../../queries/households"
import type { Household } from "../../types"

export function HouseholdHead({ household }: { household: Household }) {
  const t = useText()
  const dissolve = useDissolve(household)
  return (
    <Container className="flex items-start justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Heading className="break-words">{household.name}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          {t("people.households.count", { count: household.members.length })}
        </Text>
      </div>
      <ActionMenu
        groups={[
          { actions: [{ icon: <PencilSquare />, label: t("people.households.rename.action"), to: "edit" }] },
          {
            actions: [
              {
                icon: <Trash />,
                label: t("people.households.dissolve.action"),
                onClick: () => void dissolve(),
              },
            ],
          },
        ]}
      />
    </Container>
  )
}

/** Asks, dissolves, and leads back to the list. */
function useDissolve({ id, name, members }: Household) {
  const t = useText()
  const prompt = usePrompt()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const { mutateAsync } = useDissolveHousehold(id)
  return async () => {
    const isMeant = await prompt({
      title: t("people.households.dissolve.title", { name }),
      description: t("people.households.dissolve.detail", { count: members.length }),
      confirmText: t("people.households.dissolve.confirm"),
      cancelText: t("actions.cancel"),
    })
    if (!isMeant) return
    try {
      await mutateAsync()
      toast.success(t("people.households.dissolve.done", { name }))
      void navigate("/memberships/households", { replace: true })
    } catch (error) {
      toast.error(errorText(error))
    }
  }
}
