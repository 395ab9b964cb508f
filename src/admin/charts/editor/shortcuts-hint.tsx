import { Keyboard } from "@medusajs/icons"
import { Button, Kbd, Popover, Text } from "@medusajs/ui"
import { useText, type TextKey } from "../../text/use-text"

const isMac = () => /mac os/i.test(navigator.userAgent)

/** Each shortcut with its keys; where there are two ways, either. */
const shortcuts = (control: string): { says: TextKey; keys: string[][] }[] => [
  { says: "charts.keys.next", keys: [["Tab"]] },
  { says: "charts.keys.rows", keys: [["↑"], ["↓"]] },
  { says: "charts.keys.enter", keys: [["Enter"]] },
  { says: "charts.keys.insert", keys: [[control, "Enter"]] },
  {
    says: "charts.keys.move",
    keys: [
      ["Alt", "↑"],
      ["Alt", "↓"],
    ],
  },
  { says: "charts.keys.save", keys: [[control, "S"]] },
]

/** The grid needs no mouse; here is how. */
export function ShortcutsHint() {
  const t = useText()
  return (
    <Popover>
      <Popover.Trigger asChild>
        <Button size="small" variant="transparent" type="button">
          <Keyboard />
          {t("charts.keys.title")}
        </Button>
      </Popover.Trigger>
      <Popover.Content align="end" className="w-[420px] max-w-[90vw] p-0" aria-label={t("charts.keys.title")}>
        <dl className="flex flex-col divide-y">
          {shortcuts(isMac() ? "⌘" : "Ctrl").map(({ says, keys }) => (
            <div key={says} className="flex items-center justify-between gap-x-4 px-4 py-2">
              <dd className="order-1 flex shrink-0 gap-x-2">
                {keys.map((combination) => (
                  <span key={combination.join()} className="flex gap-x-1">
                    {combination.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </span>
                ))}
              </dd>
              <dt>
                <Text size="small">{t(says)}</Text>
              </dt>
            </div>
          ))}
        </dl>
      </Popover.Content>
    </Popover>
  )
}
