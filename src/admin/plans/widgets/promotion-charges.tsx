import { Button, Hint, Input, Label, Select, Text, toast } from "@medusajs/ui"
import { type FormEvent, useId, useState } from "react"
import { CHARGES_MAX } from "../../../domain/selling/kept-discounts"
import { LoadError } from "../../parts/load-error"
import { Section } from "../../parts/section"
import { ApiError } from "../../platform/api"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { usePromotionCharges, useSetPromotionCharges } from "../queries/promotion-charges"

/** How many charges of a membership a promotion lowers (SALE-10); nothing where promotions may not be seen. */
export function PromotionCharges({ promotion_id }: { promotion_id: string }) {
  const t = useText()
  const { data, error, refetch } = usePromotionCharges(promotion_id)
  const isForbidden = error instanceof ApiError && error.status === 403
  if (data ? false : !error || isForbidden) return null
  return (
    <div data-memberships-widget="promotion">
      <Section title={t("widgets.promotion.title")}>
        {data ? (
          <ChargesForm key={data.charges} promotion_id={promotion_id} {...data} />
        ) : (
          error && <LoadError error={error} onRetry={refetch} />
        )}
      </Section>
    </div>
  )
}

const CHOICES = ["first", "some", "every"] as const
type Choice = (typeof CHOICES)[number]

const choiceOf = (charges: number | null): Choice =>
  charges === null ? "every" : charges === 1 ? "first" : "some"

interface ChargesFormProps {
  promotion_id: string
  charges: number | null
  metadata: Record<string, unknown> | null
}

function ChargesForm({ promotion_id, charges, metadata }: ChargesFormProps) {
  const t = useText()
  const errorText = useErrorText()
  const ids = { choice: useId(), count: useId(), hint: useId() }
  const { mutateAsync, isPending } = useSetPromotionCharges(promotion_id, metadata)
  const [choice, setChoice] = useState(choiceOf(charges))
  const [count, setCount] = useState(String(charges ?? 3))
  const wanted = choice === "every" ? null : choice === "first" ? 1 : Number(count)
  const isWrong = wanted !== null && !(Number.isInteger(wanted) && wanted >= 1 && wanted <= CHARGES_MAX)

  const save = async (event: FormEvent) => {
    event.preventDefault()
    if (isWrong) return
    try {
      await mutateAsync(wanted)
      toast.success(t("widgets.promotion.saved"))
    } catch (error) {
      toast.error(errorText(error))
    }
  }

  return (
    <form onSubmit={save} className="flex flex-col gap-y-4 px-6 py-4" noValidate>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("widgets.promotion.means")}
      </Text>
      <div className="flex flex-col gap-y-2">
        <Label size="small" weight="plus" htmlFor={ids.choice}>
          {t("widgets.promotion.lowers")}
        </Label>
        <Select value={choice} onValueChange={(value) => setChoice(value as Choice)}>
          <Select.Trigger id={ids.choice}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            {CHOICES.map((each) => (
              <Select.Item key={each} value={each}>
                {t(`widgets.promotion.${each}`)}
              </Select.Item>
            ))}
          </Select.Content>
        </Select>
      </div>
      {choice === "some" && (
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor={ids.count}>
            {t("widgets.promotion.count")}
          </Label>
          <Input
            id={ids.count}
            type="number"
            min={1}
            max={CHARGES_MAX}
            value={count}
            onChange={({ target }) => setCount(target.value)}
            aria-invalid={isWrong}
            aria-describedby={ids.hint}
          />
          <Hint id={ids.hint} variant={isWrong ? "error" : "info"} className="text-pretty">
            {t(isWrong ? "widgets.promotion.countWrong" : "widgets.promotion.countMeans", {
              max: CHARGES_MAX,
            })}
          </Hint>
        </div>
      )}
      <Button
        type="submit"
        size="small"
        variant="secondary"
        className="self-end"
        isLoading={isPending}
        disabled={isWrong || wanted === charges}
      >
        {t("widgets.promotion.save")}
      </Button>
    </form>
  )
}
