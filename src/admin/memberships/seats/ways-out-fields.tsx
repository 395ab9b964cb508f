import { InlineTip, Text } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { ChoiceField, type Option } from "../../forms/choice-fields"
import { useText } from "../../text/use-text"
import { holderOf, nameOf } from "../detail/seat-groups"
import type { CancelValues } from "./cancel-request"
import type { WaysOut } from "./refusals"
import { useSeatNames } from "./seat-context"
import type { SeatDialogProps } from "./verb-drawer"

/** So many are read at once; reordering by hand finds the others. */
const SHOWN = 8

interface WaysOutFieldsProps {
  dialog: SeatDialogProps
  waysOut: WaysOut
  control: Control<CancelValues>
}

/** SEAT-6: how a person leaves a required seat, each way in words. */
export function WaysOutFields({ dialog: { membership, seat }, waysOut, control }: WaysOutFieldsProps) {
  const t = useText()
  const names = useSeatNames(membership)
  const holder = seat && holderOf(seat)
  const name = holder ? nameOf(holder) : ""
  const reorders = waysOut.reorders.slice(0, SHOWN).map((order, index): Option => {
    const moves = order.flatMap(({ seat_id, member_id }) =>
      member_id === null
        ? []
        : [t("seating.waysOut.move", { name: names.member(member_id) ?? "", seat: names.seat(seat_id) })]
    )
    return {
      value: String(index),
      label: moves.join(", "),
      detail: t("seating.waysOut.reorderDetail", { name }),
    }
  })
  const others = (holder ? (["leave_empty", "cancel_all"] as const) : (["cancel_all"] as const)).map(
    (value): Option => ({
      ...{ value, label: t(`seating.waysOut.${value}`), detail: t(`seating.waysOut.${value}Detail`) },
    })
  )
  return (
    <>
      <InlineTip variant="warning" label={t("seating.waysOut.title")}>
        {holder ? t("seating.waysOut.detail", { name }) : t("seating.waysOut.detailEmpty")}
      </InlineTip>
      <ChoiceField
        control={control}
        name="way_out"
        label={t("seating.waysOut.label")}
        options={[...reorders, ...others]}
        isStacked
      />
      {(!waysOut.is_complete || waysOut.reorders.length > SHOWN) && (
        <Text size="small" className="text-ui-fg-subtle">
          {t("seating.waysOut.more")}
        </Text>
      )}
    </>
  )
}
