import { Text } from "@medusajs/ui"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { DeletionEffect } from "../types"
import { deletionGroups } from "./deletion-lines"

/** What deleting somebody does, membership by membership. */
export function DeletionEffects({ effects, name }: { effects: readonly DeletionEffect[]; name: string }) {
  const t = useText()
  const format = useFormat()
  const groups = deletionGroups(effects, { t, format, name })
  if (groups.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("deletion.nothing")}
      </Text>
    )
  }
  return (
    <div className="flex flex-col gap-y-3">
      {groups.map(({ key, membership, lines }) => (
        <div key={key} className="flex flex-col gap-y-1">
          {membership && (
            <Text size="small" leading="compact" weight="plus">
              {membership.title}
            </Text>
          )}
          <ul className="flex list-none flex-col gap-y-1">
            {lines.map((line) => (
              <li key={line}>
                <Text size="small" className="text-ui-fg-subtle break-words text-pretty">
                  {line}
                </Text>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
