import { Hint } from "@medusajs/ui"
import { useState } from "react"
import { type Control, useWatch } from "react-hook-form"
import { ComboboxField } from "../../../forms/choice-fields"
import { useText } from "../../../text/use-text"
import { useCustomerGroup, useCustomerGroups } from "../../queries/customer-groups"
import { type AccessValues, NO_GROUP } from "./access-values"

/** PLAN-12. The groups are asked for only while the drawer is open. */
export function GroupField({ control }: { control: Control<AccessValues> }) {
  const t = useText()
  const [search, setSearch] = useState("")
  const chosen = useWatch({ control, name: "benefits.customer_group_id" })
  const { data: groups, error } = useCustomerGroups(search)
  const isListed = chosen === NO_GROUP || !groups || groups.some(({ id }) => id === chosen)
  const { data: other } = useCustomerGroup(isListed ? null : chosen)
  const shown = [...(groups ?? []), ...(other && !isListed ? [other] : [])]
  return (
    <div className="flex flex-col gap-y-2">
      <ComboboxField
        {...{ control, search }}
        name="benefits.customer_group_id"
        label={t("plans.edit.access.group")}
        hint={t("plans.edit.access.groupHint")}
        onSearch={setSearch}
        options={[
          ...(search ? [] : [{ value: NO_GROUP, label: t("plans.edit.access.noGroup") }]),
          ...shown.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {error && (
        <Hint variant="error" role="alert">
          {t("plans.edit.access.groupsFailed")}
        </Hint>
      )}
    </div>
  )
}
