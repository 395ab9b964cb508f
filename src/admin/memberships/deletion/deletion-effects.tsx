import { Text } from "@medusajs/ui"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { DeletionEffect } from "../types"
import { deletionGroups } from "./deletion-lines"
import { EffectGroupsList } from "./effect-groups-list"

/** What deleting somebody does. */
export function DeletionEffects({ effects, name }: { effects: readonly DeletionEffect[]; name: string }) {
  const t = useText()
  const format = useFormat()
  const groups = deletionGroups(effects, { t, format, name })
  if (groups.length > 0) return <EffectGroupsList groups={groups} />
  return (
    <Text size="small" className="text-ui-fg-subtle">
      {t("deletion.nothing")}
    </Text>
  )
}
