import { XMarkMini } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { ChartRowDraft } from "../../../domain/charts/types"
import type { StudioClassification } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { AddPerson } from "./add-person"
import { classificationsOf } from "./people"
import type { Names } from "./use-names"
import type { Trial } from "./use-trial"

interface PeoplePickerProps {
  trial: Trial
  names: Names
  rows: readonly ChartRowDraft[]
  classifications: StudioClassification[]
}

/** The people who are tried, as chips, and a line to add one more. */
export function PeoplePicker({ trial, names, rows, classifications }: PeoplePickerProps) {
  const t = useText()
  const sold = classificationsOf(rows)
  const provable = classifications.filter(({ id, requires_proof }) => requires_proof && sold.includes(id))
  return (
    <div className="flex flex-col gap-y-4">
      {trial.people.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle">
          {t("charts.preview.noPeople")}
        </Text>
      ) : (
        <ul aria-label={t("charts.preview.people")} className="flex flex-wrap gap-2">
          {trial.people.map((person) => (
            <li key={person.key} className="min-w-0 max-w-full">
              <Chip
                name={names.person(person)}
                onRemove={() => trial.setPeople(trial.people.filter(({ key }) => key !== person.key))}
              />
            </li>
          ))}
        </ul>
      )}
      <AddPerson provable={provable} onAdd={(person) => trial.setPeople([...trial.people, person])} />
    </div>
  )
}

function Chip({ name, onRemove }: { name: string; onRemove: () => void }) {
  const t = useText()
  return (
    <span className="shadow-borders-base bg-ui-bg-component txt-compact-small flex max-w-full items-center overflow-hidden rounded-md">
      <span className="truncate py-1 pl-2 pr-1" title={name}>
        {name}
      </span>
      <button
        type="button"
        aria-label={t("charts.preview.removePerson", { name })}
        onClick={onRemove}
        className="text-ui-fg-subtle hover:bg-ui-bg-component-hover focus-visible:shadow-borders-interactive-with-focus transition-fg flex size-7 shrink-0 items-center justify-center rounded-md outline-none"
      >
        <XMarkMini />
      </button>
    </span>
  )
}
