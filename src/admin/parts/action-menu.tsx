import { ActionMenu as PlatformMenu, type ActionGroup } from "@medusajs/dashboard/components"
import { EllipsisHorizontal } from "@medusajs/icons"
import { IconButton } from "@medusajs/ui"
import { useText } from "../text/use-text"

/** The dashboard's menu of three dots, with a name for a screen reader. */
export function ActionMenu({ groups, label }: { groups: ActionGroup[]; label?: string }) {
  const t = useText()
  return (
    <PlatformMenu groups={groups}>
      <IconButton size="small" variant="transparent" aria-label={label ?? t("actions.menu")}>
        <EllipsisHorizontal />
      </IconButton>
    </PlatformMenu>
  )
}
