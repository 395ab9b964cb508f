import { StatusBadge, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { Section } from "../../parts/section"
import { momentText } from "../charge-text"
import { reasonText } from "../reasons"
import type { Attempt, AttemptOutcome, ChargeDetail } from "../types"
import { useWords } from "../use-words"

type State = AttemptOutcome | "open"

const COLOR: Record<State, ComponentProps<typeof StatusBadge>["color"]> = {
  paid: "green",
  declined: "red",
  requires_action: "orange",
  unknown: "orange",
  provider_down: "orange",
  open: "blue",
}

/** Everything that was asked of the provider, the last first, with its reason in plain words (BILL-3). */
export function AttemptsSection({ charge }: { charge: ChargeDetail }) {
  const { t } = useWords()
  const attempts = charge.attempts.toReversed()
  return (
    <Section title={t("billing.detail.attempts")}>
      {attempts.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("billing.detail.noAttempts")}
        </Text>
      ) : (
        <ol reversed className="divide-y">
          {attempts.map((attempt) => (
            <AttemptItem key={attempt.number} attempt={attempt} charge={charge} />
          ))}
        </ol>
      )}
    </Section>
  )
}

function AttemptItem({ attempt, charge }: { attempt: Attempt; charge: ChargeDetail }) {
  const words = useWords()
  const { t } = words
  const { number, started_at, code, message, provider_reference, provider_id } = attempt
  const state: State = attempt.outcome ?? "open"
  const small = [
    ...(code === null ? [] : [t("billing.detail.code", { code })]),
    ...(message === null ? [] : [t("billing.detail.says", { message })]),
    ...(provider_reference === null
      ? []
      : [t("billing.detail.providerReference", { reference: provider_reference })]),
    t("billing.detail.provider", { id: provider_id }),
  ]
  return (
    <li className="flex flex-col gap-y-1 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex items-center gap-x-3">
          <Text size="small" leading="compact" weight="plus">
            {t("billing.detail.attempt", { number })}
          </Text>
          <StatusBadge color={COLOR[state]}>{t(`billing.outcome.${state}`)}</StatusBadge>
        </div>
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {momentText(started_at, charge, words)}
        </Text>
      </div>
      <Means state={state} code={code} />
      <div className="flex flex-wrap gap-x-4">
        {small.map((each) => (
          <Text
            key={each}
            as="span"
            size="xsmall"
            className="text-ui-fg-subtle text-pretty [overflow-wrap:anywhere]"
          >
            {each}
          </Text>
        ))}
      </div>
    </li>
  )
}

function Means({ state, code }: { state: State; code: string | null }) {
  const { t } = useWords()
  if (state === "declined") return <Text size="small">{reasonText(code ?? "", t)}</Text>
  if (state === "paid" || state === "open") return null
  return <Text size="small">{t(`billing.outcomeMeans.${state}`)}</Text>
}
