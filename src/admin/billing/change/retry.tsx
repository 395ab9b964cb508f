import { InlineTip } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { useText } from "../../text/use-text"
import { type ChargeDialogProps, ChargeDrawer } from "./charge-drawer"
import { retriedText } from "./retried"

/** The saved method is asked again at once; nothing where nobody knows what became of the last try (BILL-3, BILL-4). */
export function Retry({ charge, isPaused }: ChargeDialogProps) {
  const t = useText()
  const form = useForm()
  return (
    <ChargeDrawer
      {...{ charge, form }}
      verb="retry"
      body={() => ({})}
      done={({ membership_charge }) =>
        isPaused ? t("billing.change.paused") : retriedText(membership_charge, t)
      }
    >
      {isPaused && (
        <InlineTip variant="warning" label={t("renewals.pause.banner")}>
          {t("billing.change.paused")}
        </InlineTip>
      )}
    </ChargeDrawer>
  )
}
