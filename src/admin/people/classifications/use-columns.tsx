import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { StudioClassification } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { ageText } from "./age-text"
import { ClassificationActions } from "./classification-actions"

const helper = createDataTableColumnHelper<StudioClassification>()

const Truncated = ({ text }: { text: string }) => (
  <span className="block truncate" title={text}>
    {text}
  </span>
)

export function useColumns() {
  const t = useText()
  return useMemo(
    () => [
      helper.accessor("name", {
        header: t("people.classifications.name"),
        cell: ({ getValue }) => <Truncated text={getValue()} />,
        maxSize: 260,
      }),
      helper.accessor((row) => ageText(row, t), {
        id: "ages",
        header: t("people.classifications.ages"),
        cell: ({ getValue }) => <span className="tabular-nums">{getValue()}</span>,
        maxSize: 160,
      }),
      helper.accessor("requires_proof", {
        header: t("people.classifications.proof"),
        cell: ({ getValue }) =>
          t(getValue() ? "people.classifications.proofNeeded" : "people.classifications.proofNotNeeded"),
        maxSize: 160,
      }),
      helper.accessor("description", {
        header: t("people.classifications.description"),
        cell: ({ getValue }) => <Truncated text={getValue() ?? t("none")} />,
        maxSize: 320,
      }),
      helper.display({
        id: "actions",
        cell: ({ row }) => <ClassificationActions classification={row.original} />,
        maxSize: 60,
      }),
    ],
    [t]
  )
}
