import { useMemo } from "react"
import { useFormat } from "../text/use-format"
import { useText } from "../text/use-text"
import type { Words } from "./charge-text"

export function useWords(): Words {
  const t = useText()
  const format = useFormat()
  return useMemo(() => ({ t, format }), [t, format])
}
