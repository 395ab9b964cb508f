import { type RefObject, useEffect, useRef } from "react"
import { useText } from "../text/use-text"

type Text = ReturnType<typeof useText>

const isNameless = (button: Element) =>
  !button.textContent.trim() && !button.hasAttribute("aria-label") && !button.hasAttribute("aria-labelledby")

/** The cross of a chosen filter stands beside the filter's own name; the other button is the menu of filters. */
function nameOf(button: Element, t: Text): string | null {
  if (button.getAttribute("aria-haspopup") === "menu") return t("actions.filter")
  const name = button.parentElement?.firstElementChild?.textContent.trim()
  return name ? t("actions.removeFilter", { name }) : null
}

/** The dashboard's table draws buttons that are only a picture; here they get a name for a screen reader. */
export function useNamedButtons(): RefObject<HTMLDivElement> {
  const t = useText()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const table = ref.current
    if (!table) return
    const giveNames = () => {
      for (const button of [...table.querySelectorAll("button")].filter(isNameless)) {
        const name = nameOf(button, t)
        if (name) button.setAttribute("aria-label", name)
      }
    }
    giveNames()
    const observer = new MutationObserver(giveNames)
    observer.observe(table, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [t])
  return ref
}
