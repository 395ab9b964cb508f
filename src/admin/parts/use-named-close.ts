import { type RefObject, useEffect, useRef } from "react"
import { useText } from "../text/use-text"
import { isNameless } from "./nameless"

/** The platform's heads of drawers and modals close with a cross that is only a picture; here it gets a name for a screen reader. */
export function useNamedClose(): RefObject<HTMLDivElement> {
  const t = useText()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const buttons = [...(ref.current?.querySelectorAll("button") ?? [])]
    for (const button of buttons.filter(isNameless)) button.setAttribute("aria-label", t("actions.close"))
  }, [t])
  return ref
}
