import "./words"
import type { ComponentType } from "react"
import { useSearchParams } from "react-router-dom"
import { LoadingDrawer } from "../../people/loading-drawer"
import { useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { useCredits } from "../queries/credits"
import { useMembership } from "../queries/memberships"
import { AdjustCredits } from "./adjust-credits"
import type { CreditDialogProps } from "./credit-drawer"
import { CreditLedger } from "./credit-ledger"
import { ExchangeCredits } from "./exchange-credits"
import { GiveCredits } from "./give-credits"
import { TransferCredits } from "./transfer-credits"

const DIALOGS: Partial<Record<string, ComponentType<CreditDialogProps>>> = {
  adjust: AdjustCredits,
  give: GiveCredits,
  transfer: TransferCredits,
  exchange: ExchangeCredits,
  ledger: CreditLedger,
}

/** One thing that staff do with the credits of a membership. */
export function CreditDialog({ id, verb }: { id: string; verb: string }) {
  const t = useText()
  const [params] = useSearchParams()
  const membership = useMembership(id)
  const credits = useCredits(id)
  const studio = useStudio()
  const Dialog = DIALOGS[verb]
  if (!Dialog || !membership.data || !credits.data || !studio.data)
    return <LoadingDrawer title={t("credits.title")} queries={[membership, credits, studio]} />
  return (
    <Dialog key={verb} membership={membership.data} credits={credits.data} grant_id={params.get("grant")} />
  )
}
