import { type RefObject, useEffect, useRef } from "react"
import { useText } from "../text/use-text"
import { isNameless } from "./nameless"

type Text = ReturnType<typeof useText>

/** The cross of a chosen filter stands beside the filter's own name; the other button is the menu of filters. */
function nameOf(button: Element, t: Text): string | null {
  if (button.getAttribute("aria-haspopup") === "menu") return t("actions.filter")
  const name = button.parentElement?.firstElementChild?.textContent.trim()
  return name ? t("actions.removeFilter", { name }) : null
}

/** A filter whose choice is not spelled out yet has no picture either, and is told apart by that. */
const isPicture = (button: Element) => isNameless(button) && button.querySelector("svg") !== null

function nameButtons(table: Element, t: Text) {
  for (const button of [...table.querySelectorAll("button")].filter(isPicture)) {
    const name = nameOf(button, t)
    if (name) button.setAttribute("aria-label", name)
  }
}

/** The magnifying glass says that it is a picture, and not of what; the search field beside it has a name of its own. */
function hideOrnaments(table: Element) {
  const pictures = [...table.querySelectorAll("[role=img]:not([aria-hidden])")]
  for (const picture of pictures.filter(isNameless)) picture.setAttribute("aria-hidden", "true")
}

/** The dashboard's table draws buttons and ornaments that are only pictures; here a screen reader learns what they are. */
export function useSpokenTable(): RefObject<HTMLDivElement> {
  const t = useText()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const table = ref.current
    if (!table) return
    const speak = () => {
      nameButtons(table, t)
      hideOrnaments(table)
    }
    speak()
    const observer = new MutationObserver(speak)
    observer.observe(table, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [t])
  return ref
}
