import { SectionRow } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { useText } from "../../text/use-text"
import type { Plan } from "../types"
import { PlanSection } from "./plan-section"

export function TermsSection({ plan: { terms } }: { plan: Plan }) {
  const t = useText()
  return (
    <PlanSection name="terms">
      {terms ? (
        <>
          <SectionRow
            title={t("plans.sections.terms.title")}
            value={t("plans.sections.terms.version", { version: terms.version })}
          />
          <div
            role="region"
            aria-label={t("plans.sections.terms.text")}
            // A long text scrolls, with the keyboard too.
            tabIndex={0}
            className="focus-visible:shadow-borders-focus max-h-64 overflow-y-auto px-6 py-4 outline-none"
          >
            <Text size="small" className="text-ui-fg-subtle whitespace-pre-line break-words">
              {terms.text}
            </Text>
          </div>
        </>
      ) : (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("plans.sections.terms.none")}
        </Text>
      )}
    </PlanSection>
  )
}
