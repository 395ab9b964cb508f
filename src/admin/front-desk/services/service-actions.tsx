import { ArchiveBox, ArrowUturnLeft, PencilSquare, Trash } from "@medusajs/icons"
import { toast } from "@medusajs/ui"
import { ActionMenu } from "../../parts/action-menu"
import { ApiError } from "../../platform/api"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { useConfirmed } from "../use-confirmed"
import { type Service, useDeleteService, useUpdateService } from "./services"

/** One that a plan names stays, and staff are told what to do instead. */
function useDelete({ id, name }: Service) {
  const t = useText()
  const confirmed = useConfirmed()
  const { mutateAsync } = useDeleteService(id)
  const refused = (error: unknown) => {
    if (!(error instanceof ApiError) || error.code !== "service_in_use") return false
    toast.error(t("frontDesk.services.inUseTitle", { name }), { description: t("frontDesk.services.inUse") })
    return true
  }
  return async () =>
    confirmed({
      title: t("frontDesk.services.deleteTitle", { name }),
      description: t("frontDesk.services.deleteDetail"),
      confirmText: t("actions.delete"),
      act: async () => mutateAsync(),
      done: t("frontDesk.services.deleted", { name }),
      refused,
    })
}

function useArchive({ id, name, status }: Service) {
  const t = useText()
  const confirmed = useConfirmed()
  const errorText = useErrorText()
  const { mutateAsync } = useUpdateService(id)
  const archive = async () =>
    confirmed({
      title: t("frontDesk.services.archiveTitle", { name }),
      description: t("frontDesk.services.archiveDetail"),
      confirmText: t("frontDesk.services.archive"),
      act: async () => mutateAsync({ status: "archived" }),
      done: t("frontDesk.services.archived", { name }),
    })
  const restore = async () => {
    try {
      await mutateAsync({ status: "active" })
      toast.success(t("frontDesk.services.restored", { name }))
    } catch (error) {
      toast.error(errorText(error))
    }
  }
  return status === "active"
    ? { icon: <ArchiveBox />, label: t("frontDesk.services.archive"), onClick: () => void archive() }
    : { icon: <ArrowUturnLeft />, label: t("frontDesk.services.restore"), onClick: () => void restore() }
}

export function ServiceActions({ service }: { service: Service }) {
  const t = useText()
  const remove = useDelete(service)
  const archive = useArchive(service)
  const { id, name } = service
  const groups = [
    { actions: [{ icon: <PencilSquare />, label: t("actions.edit"), to: `edit/${id}` }, archive] },
    { actions: [{ icon: <Trash />, label: t("actions.delete"), onClick: () => void remove() }] },
  ]
  return (
    // The row opens the drawer on a click; one in its menu is not one on the row.
    <div className="flex justify-end" onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={groups} label={`${t("actions.menu")}: ${name}`} />
    </div>
  )
}
