import "../words"
import type { ComponentType } from "react"
import { LoadingDrawer } from "../../people/loading-drawer"
import { useBillingSettings } from "../../studio/queries/billing-settings"
import { useText } from "../../text/use-text"
import { useCharge } from "../queries/charges"
import type { Verb } from "../verbs"
import type { ChargeDialogProps } from "./charge-drawer"
import { RecordPayment } from "./record-payment"
import { Reconcile } from "./reconcile"
import { RecordRefund } from "./record-refund"
import { Retry } from "./retry"
import { Waive } from "./waive"

const DIALOGS: Record<Verb, ComponentType<ChargeDialogProps>> = {
  "record-refund": RecordRefund,
  retry: Retry,
  "record-payment": RecordPayment,
  waive: Waive,
  reconcile: Reconcile,
}

const isVerb = (verb: string): verb is Verb => verb in DIALOGS

/** One thing that staff do about a charge. */
export function ChargeDialog({ id, verb }: { id: string; verb: string }) {
  const t = useText()
  const charge = useCharge(id)
  const settings = useBillingSettings()
  // Whoever may not see the settings may do something about a charge all the same.
  if (!isVerb(verb) || !charge.data || settings.isPending)
    return <LoadingDrawer title={t("billing.detail.facts")} queries={[charge]} />
  const Dialog = DIALOGS[verb]
  return <Dialog key={verb} charge={charge.data} isPaused={Boolean(settings.data?.pause)} />
}
