import "./words"
import { SectionRow } from "@medusajs/dashboard/components"
import { PauseSolid, PencilSquare, PlaySolid } from "@medusajs/icons"
import { StatusBadge } from "@medusajs/ui"
import { useState } from "react"
import { ActionMenu } from "../../parts/action-menu"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { Section } from "../../parts/section"
import { type Text, useText } from "../../text/use-text"
import { type StudioBillingSettings, useBillingSettings } from "../queries/billing-settings"
import { ContinuePrompt } from "./continue-prompt"
import { PausePrompt } from "./pause-prompt"
import { PausedNotice } from "./paused-notice"

interface RenewalsSectionProps {
  zone: string
}

/** What the studio does about renewals, and whether they run (BILL-3, BILL-8). */
export function RenewalsSection({ zone }: RenewalsSectionProps) {
  const t = useText()
  const { data: settings, error, refetch } = useBillingSettings()
  if (settings) return <Renewals settings={settings} zone={zone} />
  return (
    <Section title={t("renewals.title")}>
      {error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <div role="status" aria-label={t("states.loading")}>
          <LoadingRows rows={5} />
        </div>
      )}
    </Section>
  )
}

function Renewals({ settings, zone }: RenewalsSectionProps & { settings: StudioBillingSettings }) {
  const t = useText()
  const { pause } = settings
  const [isAsking, setAsking] = useState(false)
  const ask = () => setAsking(true)
  const close = () => setAsking(false)
  const switching = pause
    ? { icon: <PlaySolid />, label: t("renewals.continue.action"), onClick: ask }
    : { icon: <PauseSolid />, label: t("renewals.pause.action"), onClick: ask }
  return (
    <Section
      title={t("renewals.title")}
      aside={
        <div className="flex items-center gap-x-4">
          <StatusBadge color={pause ? "orange" : "green"}>
            {t(pause ? "renewals.state.paused" : "renewals.state.running")}
          </StatusBadge>
          <ActionMenu
            label={`${t("actions.menu")}: ${t("renewals.title")}`}
            groups={[
              { actions: [{ icon: <PencilSquare />, label: t("renewals.edit"), to: "renewals" }] },
              { actions: [switching] },
            ]}
          />
        </div>
      }
    >
      {pause && <PausedNotice pause={pause} zone={zone} onContinue={ask} />}
      {linesOf(settings, t).map(([title, value]) => (
        <SectionRow key={title} title={title} value={value} />
      ))}
      {isAsking && (pause ? <ContinuePrompt onClose={close} /> : <PausePrompt onClose={close} />)}
    </Section>
  )
}

function linesOf(settings: StudioBillingSettings, t: Text): [string, string][] {
  const { retry_days, grace_days, then, remind_days_before, allow_manual_renewals, common_billing_day } =
    settings
  const listed = (days: readonly number[]) => ({ days: days.join(", "), count: days.at(-1) ?? 0 })
  return [
    [
      t("renewals.retries"),
      retry_days.length ? t("renewals.retriesValue", listed(retry_days)) : t("renewals.noRetries"),
    ],
    [
      t("renewals.grace"),
      grace_days ? t("renewals.graceValue", { count: grace_days }) : t("renewals.noGrace"),
    ],
    [t("renewals.then"), t(`renewals.thenValue.${then}`)],
    [
      t("renewals.remind"),
      remind_days_before.length
        ? t("renewals.remindValue", listed(remind_days_before))
        : t("renewals.noReminders"),
    ],
    [
      t("renewals.billingDay"),
      common_billing_day === null
        ? t("renewals.noBillingDay")
        : t("renewals.billingDayValue", { day: common_billing_day }),
    ],
    [t("renewals.manual"), t(allow_manual_renewals ? "renewals.manualValue.yes" : "renewals.manualValue.no")],
  ]
}
