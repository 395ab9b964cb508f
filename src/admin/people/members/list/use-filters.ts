import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { useText } from "../../../text/use-text"
import type { MemberRow } from "../../types"

const helper = createDataTableFilterHelper<MemberRow>()

export function useFilters() {
  const t = useText()
  return useMemo(
    () => [
      helper.custom({
        id: "is_customer",
        type: "radio",
        label: t("people.members.customer"),
        options: [
          { label: t("people.members.onlyCustomers"), value: "true" },
          { label: t("people.members.onlyOthers"), value: "false" },
        ],
      }),
    ],
    [t]
  )
}
