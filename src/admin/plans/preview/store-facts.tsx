import { Text } from "@medusajs/ui"
import { billingText } from "../detail/plan-words"
import { type Format, useFormat } from "../../text/use-format"
import { type Text as Words, useText } from "../../text/use-text"
import type { StorePlan } from "./types"

type Fact = readonly [name: string, value: string]

function entitlementText({ entitlement }: StorePlan, t: Words): string {
  if (entitlement.type === "unlimited") return t("sale.unlimited")
  const { credits: count, per } = entitlement
  return t(per === "period" ? "sale.creditsEach" : "sale.creditsOnce", { count })
}

function cancelText(
  { cancellation_policy: { commitment_periods, notice_days } }: StorePlan,
  t: Words
): string {
  return [
    ...(commitment_periods ? [t("plans.preview.commitment", { count: commitment_periods })] : []),
    ...(notice_days ? [t("plans.preview.notice", { count: notice_days })] : []),
  ].join(", ")
}

function factsOf(plan: StorePlan, format: Format, t: Words): Fact[] {
  const { validity, starts, signup_fee, guest_passes, currency_code } = plan
  const fee = signup_fee.find(({ amount }) => amount > 0)
  const price = fee ? format.money(fee.amount, currency_code) : ""
  const all: readonly (readonly [string, string | null])[] = [
    [t("plans.preview.gives"), entitlementText(plan, t)],
    [t("plans.preview.billing"), billingText(plan.billing, t)],
    [t("plans.preview.starts"), t(`plans.preview.start.${starts}`)],
    [
      t("plans.preview.validity"),
      validity && t(`plans.preview.valid.${validity.unit}`, { count: validity.count }),
    ],
    [t("plans.preview.signupFee"), price && t("plans.preview.signupFeeOnce", { price })],
    [t("plans.preview.guests"), guest_passes ? t("plans.preview.guestsEach", { count: guest_passes }) : null],
    [t("plans.preview.cancel"), cancelText(plan, t)],
  ]
  return all.flatMap(([name, value]): Fact[] => (value ? [[name, value]] : []))
}

export function StoreFacts({ plan }: { plan: StorePlan }) {
  const t = useText()
  const format = useFormat()
  return (
    <dl className="grid grid-cols-1 gap-x-6 gap-y-4 border-t px-6 py-5 sm:grid-cols-2">
      {factsOf(plan, format, t).map(([name, value]) => (
        <div key={name} className="flex flex-col">
          <Text as="div" size="xsmall" className="text-ui-fg-subtle" asChild>
            <dt>{name}</dt>
          </Text>
          <Text as="div" size="small" asChild>
            <dd>{value}</dd>
          </Text>
        </div>
      ))}
    </dl>
  )
}
