import { zodResolver } from "@hookform/resolvers/zod"
import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Button, ProgressTabs } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useMemo } from "react"
import { useForm } from "react-hook-form"
import { ModalHead } from "../../parts/heads"
import type { Studio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { draftSchema } from "./draft-schema"
import { DetailsStep } from "./details-step"
import { KindStep } from "./kind-step"
import { PricesStep } from "./prices-step"
import { type Step, STEPS, useSteps } from "./steps"
import { useCreate } from "./use-create"
import { useUsualWords } from "./use-usual-words"
import { type PlanDraft, usualDraft } from "./usual-cases"

export function CreatePlanForm({ studio }: { studio: Studio }) {
  const t = useText()
  const words = useUsualWords()
  const form = useForm<PlanDraft>({
    defaultValues: usualDraft("unlimited", studio, words),
    resolver: zodResolver(useMemo(() => draftSchema(t), [t])),
  })
  const { step, setStep, goTo, statusOf, next } = useSteps(async (fields) => form.trigger(fields))
  const store_currency_codes = studio.currency_codes
  const create = useCreate(form, { store_currency_codes, onRefused: setStep })

  const submit = (event: FormEvent<HTMLFormElement>) => void (next ? goTo(next) : create(event))
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
                {STEPS.map((each) => (
                  <ProgressTabs.Trigger
                    key={each}
                    value={each}
                    status={statusOf(each)}
                    className="text-ui-fg-subtle max-w-[200px] truncate"
                  >
                    {t(`plans.create.tab.${each}`)}
                  </ProgressTabs.Trigger>
                ))}
              </ProgressTabs.List>
            </div>
          </ModalHead>
          <RouteFocusModal.Body className="size-full overflow-hidden">
            <StepContent step="kind">
              <KindStep form={form} studio={studio} />
            </StepContent>
            <StepContent step="details">
              <DetailsStep form={form} studio={studio} />
            </StepContent>
            <StepContent step="prices">
              <PricesStep form={form} studio={studio} />
            </StepContent>
          </RouteFocusModal.Body>
        </ProgressTabs>
        <RouteFocusModal.Footer>
          <RouteFocusModal.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {t("actions.cancel")}
            </Button>
          </RouteFocusModal.Close>
          <Button
            key={next ? "next" : "create"}
            size="small"
            type="submit"
            isLoading={form.formState.isSubmitting}
          >
            {next ? t("plans.create.next") : t("plans.create.submit")}
          </Button>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}

const StepContent = ({ step, children }: { step: Step; children: ReactNode }) => (
  <ProgressTabs.Content value={step} className="size-full overflow-y-auto outline-none">
    <div className="flex flex-col items-center px-4 py-10 md:py-16">
      <div className="flex w-full max-w-[720px] flex-col gap-y-8">{children}</div>
    </div>
  </ProgressTabs.Content>
)
