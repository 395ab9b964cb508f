import { ArrowPath, Cash, MagnifyingGlass, XCircle } from "@medusajs/icons"
import { Button, Container, Copy, Heading, InlineTip, Text } from "@medusajs/ui"
import type { ReactElement } from "react"
import { Link } from "react-router-dom"
import { ActionMenu } from "../../parts/action-menu"
import { ChargeStatusBadge } from "../charge-status"
import { amountText, momentText, payerText, periodText } from "../charge-text"
import { nextStep } from "../next-step"
import type { ChargeDetail } from "../types"
import { useWords } from "../use-words"
import { type Verb, verbsOf } from "../verbs"

const ICON: Record<Verb, ReactElement> = {
  "record-refund": <Cash />,
  retry: <ArrowPath />,
  "record-payment": <Cash />,
  waive: <XCircle />,
  reconcile: <MagnifyingGlass />,
}

/** So many stand as buttons; the rest is in the menu. */
const BUTTONS = 2

interface ChargeSummaryProps {
  charge: ChargeDetail
  isPaused: boolean
}

export function ChargeSummary({ charge, isPaused }: ChargeSummaryProps) {
  const words = useWords()
  const { t } = words
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-6 py-4">
        <div className="flex min-w-0 flex-col gap-y-1">
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <Heading className="min-w-0 break-words">
              {t("billing.detail.heading", {
                payer: payerText(charge, words),
                amount: amountText(charge, words),
              })}
            </Heading>
            <ChargeStatusBadge status={charge.status} />
          </div>
          <Text size="small" className="text-ui-fg-subtle break-words">
            {t("billing.detail.forPeriod", {
              plan: charge.membership.plan.name,
              period: periodText(charge, words),
            })}
          </Text>
        </div>
        <Actions verbs={verbsOf(charge)} />
      </div>
      <Next charge={charge} isPaused={isPaused} />
    </Container>
  )
}

function Actions({ verbs }: { verbs: Verb[] }) {
  const { t } = useWords()
  const inMenu = verbs.slice(BUTTONS)
  return (
    <div className="flex flex-wrap items-center gap-2">
      {verbs.slice(0, BUTTONS).map((verb) => (
        <Button key={verb} size="small" variant="secondary" asChild>
          <Link to={`change/${verb}`}>{t(`billing.change.${verb}.action`)}</Link>
        </Button>
      ))}
      {inMenu.length > 0 && (
        <ActionMenu
          groups={[
            {
              actions: inMenu.map((verb) => ({
                icon: ICON[verb],
                label: t(`billing.change.${verb}.action`),
                to: `change/${verb}`,
              })),
            },
          ]}
        />
      )}
    </div>
  )
}

function Next({ charge, isPaused }: ChargeSummaryProps) {
  const words = useWords()
  const { t } = words
  const { key, at, isUrgent } = nextStep(charge, isPaused)
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4" data-next-step>
      <InlineTip variant={isUrgent ? "warning" : "info"} label={t("billing.next.title")}>
        {t(key, { time: at === null ? "" : momentText(at, charge, words) })}
      </InlineTip>
      {charge.status === "requires_action" && charge.action_url && <ConfirmLink url={charge.action_url} />}
    </div>
  )
}

/** For staff to pass on; whoever opens it pays. */
function ConfirmLink({ url }: { url: string }) {
  const { t } = useWords()
  return (
    <div className="flex items-start justify-between gap-x-3">
      <Text size="small" className="text-ui-fg-subtle break-all">
        {t("billing.detail.confirmLink")}: <span className="text-ui-fg-base select-all">{url}</span>
      </Text>
      <Copy content={url} aria-label={t("billing.detail.copyLink")} asChild>
        <Button size="small" variant="secondary" type="button" className="shrink-0">
          {t("billing.detail.copyLink")}
        </Button>
      </Copy>
    </div>
  )
}
