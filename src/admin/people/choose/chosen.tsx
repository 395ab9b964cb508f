import { XMarkMini } from "@medusajs/icons"
import { IconButton, Text } from "@medusajs/ui"
import { useText } from "../../text/use-text"
import type { Found } from "./sources"

interface ChosenProps {
  found: Found
  onRemove: () => void
  /** After a choice the search is gone, so that the focus goes here. */
  autoFocus?: boolean
}

/** Who was chosen, with the way to take the choice back. */
export function Chosen({ found: { name, household }, onRemove, autoFocus }: ChosenProps) {
  const t = useText()
  return (
    <div className="shadow-elevation-card-rest bg-ui-bg-component flex items-center justify-between gap-x-3 rounded-lg py-1.5 pe-1.5 ps-3">
      <div className="flex min-w-0 flex-col">
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {name}
        </Text>
        {household && (
          <Text size="xsmall" className="text-ui-fg-subtle break-words">
            {t("people.search.lives", { household: household.name })}
          </Text>
        )}
      </div>
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        className="shrink-0"
        autoFocus={autoFocus}
        aria-label={t("people.search.remove", { name })}
        onClick={onRemove}
      >
        <XMarkMini />
      </IconButton>
    </div>
  )
}
