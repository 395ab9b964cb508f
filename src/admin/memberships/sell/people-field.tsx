import { Button, Text } from "@medusajs/ui"
import { type UseFormReturn, useWatch } from "react-hook-form"
import { ChooseMany } from "../../people/choose/choose-many"
import { MEMBERS } from "../../people/choose/sources"
import { useText } from "../../text/use-text"
import type { SaleDraft } from "./sale-draft"
import { useHousehold } from "./sale-queries"

/** Who sits there, by name: the customer's household at one click each, anybody else by a search. */
export function PeopleField({ form }: { form: UseFormReturn<SaleDraft> }) {
  const t = useText()
  const [customer, people] = useWatch({ control: form.control, name: ["customer", "people"] })
  const { data: household = [] } = useHousehold(customer?.id ?? null)
  const left = household.filter(({ id }) => !people.some((each) => each.id === id))
  const add = (more: typeof left) => form.setValue("people", [...people, ...more], { shouldDirty: true })
  return (
    <div className="flex flex-col gap-y-3">
      <ChooseMany
        control={form.control}
        name="people"
        source={MEMBERS}
        label={t("selling.seats.who")}
        placeholder={t("selling.seats.search")}
        hint={t("selling.seats.whoHint")}
      />
      {left.length > 0 && (
        <div
          role="group"
          aria-label={t("selling.seats.household")}
          className="flex flex-wrap items-center gap-2"
        >
          <Text size="small" className="text-ui-fg-subtle">
            {t("selling.seats.household")}
          </Text>
          {left.map((person) => (
            <Button
              key={person.id}
              type="button"
              size="small"
              variant="secondary"
              onClick={() => add([person])}
            >
              {person.name}
            </Button>
          ))}
          {left.length > 1 && (
            <Button type="button" size="small" variant="transparent" onClick={() => add(left)}>
              {t("selling.seats.addAll")}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
