import { Trash } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { ActionMenu } from "../../parts/action-menu"
import { useText } from "../../text/use-text"

interface DraftStepsProps {
  isDirty: boolean
  isSaving: boolean
  isFinalizing: boolean
  onSave: () => Promise<unknown>
  onFinalize: () => Promise<unknown>
  onDiscard: () => Promise<unknown>
}

/** What can be done with a draft, and whether there is something to save. */
export function DraftSteps({
  isDirty,
  isSaving,
  isFinalizing,
  onSave,
  onFinalize,
  onDiscard,
}: DraftStepsProps) {
  const t = useText()
  return (
    <>
      <span role="status" className="flex items-center gap-x-2 pr-2">
        {isDirty && <span aria-hidden className="bg-ui-tag-orange-icon size-1.5 rounded-full" />}
        <Text as="span" size="small" className={isDirty ? "text-ui-fg-base" : "text-ui-fg-subtle"}>
          {t(isDirty ? "charts.unsaved.badge" : "charts.unsaved.none")}
        </Text>
      </span>
      <Button size="small" variant="secondary" isLoading={isSaving} disabled={!isDirty} onClick={onSave}>
        {t("charts.steps.save")}
      </Button>
      <Button size="small" isLoading={isFinalizing} onClick={onFinalize}>
        {t("charts.steps.finalize")}
      </Button>
      <ActionMenu
        groups={[
          {
            actions: [{ icon: <Trash />, label: t("charts.steps.discard"), onClick: () => void onDiscard() }],
          },
        ]}
      />
    </>
  )
}
