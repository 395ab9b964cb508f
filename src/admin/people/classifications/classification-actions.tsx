import { PencilSquare, Trash } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { ActionMenu } from "../../parts/action-menu"
import { ApiError } from "../../platform/api"
import type { StudioClassification } from "../../platform/studio"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { useDeleteClassification } from "./classifications"

const isInUse = (error: unknown) => error instanceof ApiError && error.code === "classification_in_use"

/** Asks and deletes; one that a chart names stays, and staff are told where to look. */
function useDelete({ id, name }: StudioClassification) {
  const t = useText()
  const prompt = usePrompt()
  const errorText = useErrorText()
  const { mutateAsync } = useDeleteClassification()
  return async () => {
    const isMeant = await prompt({
      title: t("people.classifications.deleteTitle", { name }),
      description: t("people.classifications.deleteDetail"),
      confirmText: t("actions.delete"),
      cancelText: t("actions.cancel"),
    })
    if (!isMeant) return
    try {
      await mutateAsync(id)
      toast.success(t("people.classifications.deleted", { name }))
    } catch (error) {
      if (!isInUse(error)) toast.error(errorText(error))
      else
        toast.error(t("people.classifications.inUseTitle", { name }), {
          description: t("people.classifications.inUse"),
          duration: 12_000,
        })
    }
  }
}

export function ClassificationActions({ classification }: { classification: StudioClassification }) {
  const t = useText()
  const remove = useDelete(classification)
  const { id, name } = classification
  const groups = [
    { actions: [{ icon: <PencilSquare />, label: t("actions.edit"), to: `edit/${id}` }] },
    { actions: [{ icon: <Trash />, label: t("actions.delete"), onClick: () => void remove() }] },
  ]
  return (
    // The row opens the drawer on a click; one in its menu is not one on the row.
    <div className="flex justify-end" onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={groups} label={`${t("actions.menu")}: ${name}`} />
    </div>
  )
}
