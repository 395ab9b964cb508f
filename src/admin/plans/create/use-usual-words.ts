import { useMemo } from "react"
import { useText } from "../../text/use-text"
import type { UsualWords } from "./usual-cases"

export function useUsualWords(): UsualWords {
  const t = useText()
  return useMemo(
    () => ({
      name: (usual) => t(`plans.create.usualName.${usual}`),
      row: (row) => t(`plans.create.row.${row}`),
    }),
    [t]
  )
}
