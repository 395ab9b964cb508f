import { Badge, Heading, Text } from "@medusajs/ui"
import { billingText } from "../detail/plan-words"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { StoreFacts } from "./store-facts"
import { StoreRows } from "./store-rows"
import type { StorePlan } from "./types"

/** Drawn as a shop might: the picture, the price that it begins with, and all that a customer is told. */
export function StoreCard({ plan }: { plan: StorePlan }) {
  const t = useText()
  const { name, description, image, portal, introductory_offer, terms } = plan
  return (
    <article className="shadow-elevation-card-rest bg-ui-bg-base flex flex-col overflow-hidden rounded-xl">
      {image && <img src={image} alt="" className="bg-ui-bg-component max-h-64 w-full object-cover" />}
      <div className="flex flex-col gap-y-2 px-6 py-5">
        <div className="flex flex-wrap items-center gap-2">
          {portal.featured && (
            <Badge size="2xsmall" color="blue">
              {t("plans.preview.featured")}
            </Badge>
          )}
          {introductory_offer && <Badge size="2xsmall">{t("plans.preview.offer")}</Badge>}
        </div>
        <Heading level="h2" className="break-words">
          {name}
        </Heading>
        <FromPrice plan={plan} />
        {description && (
          <Text size="small" className="text-ui-fg-subtle whitespace-pre-line break-words">
            {description}
          </Text>
        )}
      </div>
      <StoreRows plan={plan} />
      <StoreFacts plan={plan} />
      {terms && (
        <section className="flex flex-col gap-y-2 border-t px-6 py-5">
          <Heading level="h3">{t("plans.preview.terms", { version: terms.version })}</Heading>
          <Text size="small" className="text-ui-fg-subtle whitespace-pre-line break-words">
            {terms.text}
          </Text>
        </section>
      )}
    </article>
  )
}

function FromPrice({ plan: { from_amount, currency_code, chart, billing } }: { plan: StorePlan }) {
  const t = useText()
  const format = useFormat()
  if (from_amount === null) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("plans.preview.noPrices")}
      </Text>
    )
  }
  const price = format.money(from_amount, currency_code)
  const isOnly = chart?.rows.length === 1
  return (
    <Text className="flex flex-wrap items-baseline gap-x-2">
      <span className="txt-large-plus text-ui-fg-base">
        {isOnly ? price : t("plans.preview.from", { price })}
      </span>
      <span className="txt-small text-ui-fg-subtle">{billingText(billing, t)}</span>
    </Text>
  )
}
