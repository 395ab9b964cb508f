import { CommandBar, Drawer } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../text/use-text"
import { CategorizeForm } from "./categorize-form"

interface CategorizePlansProps {
  /** The selected plans. */
  ids: string[]
  onDone: () => void
}

/** What to do with many plans at once (PLAN-16): the bar at the bottom while some are selected, and its drawer. */
export function CategorizePlans({ ids, onDone }: CategorizePlansProps) {
  const t = useText()
  const [isOpen, setIsOpen] = useState(false)
  const close = () => {
    setIsOpen(false)
    onDone()
  }
  return (
    <>
      {ids.length > 0 && !isOpen && (
        // The platform's own bar is a dialog without a name.
        <div
          role="toolbar"
          aria-label={t("plans.list.commands")}
          className="fixed bottom-8 left-1/2 z-10 -translate-x-1/2 whitespace-nowrap"
        >
          <CommandBar.Bar>
            <CommandBar.Value role="status">
              {t("plans.list.selected", { count: ids.length })}
            </CommandBar.Value>
            <CommandBar.Seperator />
            <CommandBar.Command
              label={t("plans.category.command")}
              shortcut="c"
              action={() => setIsOpen(true)}
            />
            <CommandBar.Seperator />
            <CommandBar.Command label={t("plans.list.clear")} shortcut="a" action={onDone} />
          </CommandBar.Bar>
        </div>
      )}
      <Drawer open={isOpen} onOpenChange={setIsOpen}>
        <Drawer.Content>
          <CategorizeForm ids={ids} onSaved={close} />
        </Drawer.Content>
      </Drawer>
    </>
  )
}
