import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Button, ProgressTabs } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useEffect, useRef } from "react"
import { useForm, type UseFormReturn, useWatch } from "react-hook-form"
import { useValues } from "../../forms/use-values"
import { ModalHead } from "../../parts/heads"
import type { Found } from "../../people/choose/sources"
import type { Plan } from "../../plans/types"
import type { Studio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { CustomizeStep } from "./customize-step"
import { useFreshConsent } from "./conversion-field"
import { PlanStep } from "./plan-step"
import { ReviewStep } from "./review-step"
import { emptySale, missingFor, quoteBody, type SaleDraft } from "./sale-draft"
import { type QuoteState, useQuote } from "./sale-queries"
import { useSaleResolver } from "./sale-schema"
import { FIELDS, type Step, stepsOf, useSaleSteps } from "./sale-steps"
import { SeatsStep } from "./seats-step"
import { TermsStep } from "./terms-step"
import { usePlanChoice } from "./use-plan-choice"
import { useRefusals } from "./use-refusals"
import { useSellSale } from "./use-sell-sale"

/** What every step is drawn with. */
export interface StepProps {
  form: UseFormReturn<SaleDraft>
  studio: Studio
  /** undefined while none is chosen, or it is loaded. */
  plan: Plan | undefined
  /** The price as the form stands. */
  price: QuoteState
}

export function SellForm({ studio, customer }: { studio: Studio; customer: Found | null }) {
  const t = useText()
  const form = useForm<SaleDraft>({
    ...{ defaultValues: { ...emptySale(""), customer }, resolver: useSaleResolver() },
    // What the server refused at a field is forgotten when that changes.
    mode: "onChange",
  })
  const { plan } = usePlanChoice(form, studio)
  const values = useValues(form)
  const body = plan ? quoteBody(values, plan) : null
  const price = useQuote(values.plan_id, body)
  useFreshConsent(form, price.quote)
  const steps = stepsOf({ hasTerms: Boolean(plan?.terms) })
  const refusals = useRefusals(form, { plan, studio })
  const { step, setStep, goTo, statusOf, next } = useSaleSteps(steps, async (passed) => {
    if (!plan && passed !== "plan") return false
    return (await form.trigger([...FIELDS[passed]])) && refusals.isPriced(passed)
  })
  const sell = useSellSale(form, { plan, quote: price.quote, showAt: refusals.showAt, onRefused: setStep })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const missing = next ? [] : missingFor(price.quote, values)
    for (const field of missing) form.setError(field, { message: t(MISSING[field]) })
    if (missing.length === 0) void (next ? goTo(next) : sell.submit(event))
  }
  const shared = { form, studio, plan, price }
  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm onSubmit={submit} noValidate className="flex h-full flex-col overflow-hidden">
        <ProgressTabs
          value={step}
          onValueChange={(to) => void goTo(to as Step)}
          className="flex h-full flex-col overflow-hidden"
        >
          <ModalHead>
            <div className="-my-2 w-full border-l">
              <ProgressTabs.List className="flex w-full items-center justify-start">
                {steps.map((each) => (
                  <ProgressTabs.Trigger
                    key={each}
                    value={each}
                    status={statusOf(each)}
                    className="text-ui-fg-subtle max-w-[200px] truncate"
                  >
                    {t(`selling.tab.${each}`)}
                  </ProgressTabs.Trigger>
                ))}
              </ProgressTabs.List>
            </div>
          </ModalHead>
          <RouteFocusModal.Body className="size-full overflow-hidden">
            <StepContent step="plan">
              <PlanStep {...shared} />
            </StepContent>
            <StepContent step="customize">
              <CustomizeStep {...shared} />
            </StepContent>
            <StepContent step="seats">
              <SeatsStep {...shared} sentences={refusals.sentences} />
            </StepContent>
            <StepContent step="terms">
              <TermsStep {...shared} />
            </StepContent>
            <StepContent step="review">
              <ReviewStep {...shared} sentences={refusals.sentences} formerTotal={sell.formerTotal} />
            </StepContent>
          </RouteFocusModal.Body>
        </ProgressTabs>
        <RouteFocusModal.Footer>
          <RouteFocusModal.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {t("actions.cancel")}
            </Button>
          </RouteFocusModal.Close>
          <SubmitButton form={form} isLast={!next} isBlocked={!next && (!price.quote || price.isLoading)} />
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}

const MISSING = {
  despite: "selling.notice.missing",
  accepts_conversion: "selling.conversion.missing",
} as const

const StepContent = ({ step, children }: { step: Step; children: ReactNode }) => (
  <ProgressTabs.Content value={step} className="size-full overflow-y-auto outline-none">
    <Shown>{children}</Shown>
  </ProgressTabs.Content>
)

/** Takes the focus when it appears: what had it before is gone, and the keyboard would be outside the form. */
function Shown({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <div ref={ref} tabIndex={-1} className="flex flex-col items-center px-4 py-10 outline-none md:py-16">
      <div className="flex w-full max-w-[720px] flex-col gap-y-8">{children}</div>
    </div>
  )
}

interface SubmitButtonProps {
  form: UseFormReturn<SaleDraft>
  isLast: boolean
  isBlocked: boolean
}

function SubmitButton({ form, isLast, isBlocked }: SubmitButtonProps) {
  const t = useText()
  const payment = useWatch({ control: form.control, name: "payment" })
  return (
    <Button
      key={isLast ? "sell" : "next"}
      size="small"
      type="submit"
      disabled={isBlocked}
      isLoading={form.formState.isSubmitting}
    >
      {isLast ? t(`selling.submit.${payment}`) : t("selling.next")}
    </Button>
  )
}
