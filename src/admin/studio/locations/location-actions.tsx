import type { ActionGroup } from "@medusajs/dashboard/components"
import { Buildings, MapPin, PencilSquare, Trash } from "@medusajs/icons"
import { toast, usePrompt } from "@medusajs/ui"
import { ActionMenu } from "../../parts/action-menu"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { useLocationRows, useRemoveLocation, useSaveLocation } from "../queries/locations"
import type { LocationRow } from "../types"
import { zoneName } from "../zones"

function useMakeDefault(location: LocationRow) {
  const t = useText()
  const prompt = usePrompt()
  const errorText = useErrorText()
  const { mutateAsync } = useSaveLocation(location)
  return async () => {
    const zone = zoneName(location.time_zone)
    const isWanted = await prompt({
      title: t("studio.locations.makeDefaultTitle"),
      description: t("studio.locations.makeDefaultDetail", { name: location.name, zone }),
      confirmText: t("studio.locations.makeDefault"),
      cancelText: t("actions.cancel"),
      variant: "confirmation",
    })
    if (!isWanted) return
    await mutateAsync({ is_default: true }).then(
      () => toast.success(t("studio.locations.madeDefault", { zone })),
      (error: unknown) => toast.error(errorText(error))
    )
  }
}

function useRemove({ name, is_default, settings }: LocationRow) {
  const t = useText()
  const prompt = usePrompt()
  const errorText = useErrorText()
  const { mutateAsync } = useRemoveLocation()
  return async () => {
    const isWanted = await prompt({
      title: t("studio.locations.removeTitle"),
      description: t(is_default ? "studio.locations.removeLastDetail" : "studio.locations.removeDetail", {
        name,
      }),
      confirmText: t("actions.remove"),
      cancelText: t("actions.cancel"),
    })
    if (!isWanted || !settings) return
    await mutateAsync(settings).then(
      () => toast.success(t("studio.locations.removed")),
      (error: unknown) => toast.error(errorText(error))
    )
  }
}

export function LocationActions({ location }: { location: LocationRow }) {
  const t = useText()
  const makeDefault = useMakeDefault(location)
  const remove = useRemove(location)
  const { rows = [] } = useLocationRows()
  const { id, name, is_default, settings } = location
  const isOneOfMany = rows.filter((row) => row.settings).length > 1
  const groups: ActionGroup[] = [
    {
      actions: [
        { icon: <PencilSquare />, label: t("studio.locations.openSettings"), to: `edit/${id}` },
        {
          icon: <Buildings />,
          label: t("studio.locations.openStockLocation"),
          to: `/settings/locations/${id}`,
        },
        ...(settings && !is_default
          ? [
              {
                icon: <MapPin />,
                label: t("studio.locations.makeDefault"),
                onClick: () => void makeDefault(),
              },
            ]
          : []),
      ],
    },
  ]
  if (settings) {
    const label = t("studio.locations.remove")
    const refused = is_default && isOneOfMany ? t("studio.locations.removeRefused") : undefined
    const action = { icon: <Trash />, label, disabled: Boolean(refused), disabledTooltip: refused }
    groups.push({ actions: [{ ...action, onClick: () => void remove() }] })
  }
  return (
    // The row opens the drawer on a click; one in its menu is not one on the row.
    <div className="flex justify-end" onClick={(event) => event.stopPropagation()}>
      <ActionMenu groups={groups} label={`${t("actions.menu")}: ${name}`} />
    </div>
  )
}
