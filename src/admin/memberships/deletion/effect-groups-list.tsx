import { Text } from "@medusajs/ui"
import type { EffectGroup } from "./effect-groups"

/** What happens to people and their memberships, membership by membership. */
export function EffectGroupsList({ groups }: { groups: readonly EffectGroup[] }) {
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
