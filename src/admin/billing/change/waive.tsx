import { zodResolver } from "@hookform/resolvers/zod"
import { useMemo } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { TextareaField } from "../../forms/text-fields"
import { useText } from "../../text/use-text"
import { type ChargeDialogProps, ChargeDrawer } from "./charge-drawer"

const REASON_MAX = 2000

/** The dues are let off, which staff give a reason for (BILL-3). */
export function Waive({ charge }: ChargeDialogProps) {
  const t = useText()
  const schema = useMemo(
    () => z.object({ reason: z.string().trim().min(1, t("billing.change.reasonMissing")).max(REASON_MAX) }),
    [t]
  )
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { reason: "" } })
  return (
    <ChargeDrawer
      {...{ charge, form }}
      verb="waive"
      body={({ reason }) => ({ reason: reason.trim() })}
      done={() => t("billing.change.waive.done")}
      isDestructive
    >
      <TextareaField
        control={form.control}
        name="reason"
        rows={3}
        label={t("billing.change.reason")}
        hint={t("billing.change.reasonHint")}
      />
    </ChargeDrawer>
  )
}
