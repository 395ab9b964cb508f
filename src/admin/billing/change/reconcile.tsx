import { useRouteModal } from "@medusajs/dashboard/components"
import { Text, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { FormDrawer } from "../../forms/form-drawer"
import { useErrorText } from "../../text/use-error-text"
import { useChangeCharge } from "../queries/charges"
import { reasonText } from "../reasons"
import type { Finding } from "../types"
import { useWords } from "../use-words"
import type { ChargeDialogProps } from "./charge-drawer"
import { aboutText } from "./effect-lines"

/** The provider is asked now what became of the last payment; no money is taken, whatever it says (BILL-4). */
export function Reconcile({ charge }: ChargeDialogProps) {
  const words = useWords()
  const { t } = words
  const form = useForm()
  const errorText = useErrorText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useChangeCharge(charge.id)
  const foundText = ({ result, code = "" }: Finding) =>
    t(`billing.found.${result}`, { reason: reasonText(code, t) })
  const ask = form.handleSubmit(async () => {
    try {
      const { found, refusal } = await mutateAsync({ verb: "reconcile" })
      const said = found ? foundText(found) : ""
      if (refusal) toast.warning(said, { description: t("billing.change.reconcile.nothingChanged") })
      else toast.success(said)
      handleSuccess()
    } catch (error) {
      toast.error(errorText(error))
    }
  })
  return (
    <FormDrawer
      title={t("billing.change.reconcile.title")}
      description={aboutText(charge, words)}
      submitText={t("billing.change.reconcile.submit")}
      form={form}
      onSubmit={ask}
    >
      <Text size="small" className="text-pretty">
        {t("billing.change.reconcile.explained")}
      </Text>
    </FormDrawer>
  )
}
