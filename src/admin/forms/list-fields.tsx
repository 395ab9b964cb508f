import { Combobox, Form } from "@medusajs/dashboard/components"
import { XMarkMini } from "@medusajs/icons"
import type { FieldPath, FieldValues } from "react-hook-form"
import { useText } from "../text/use-text"
import { type Option, SwitchField } from "./choice-fields"
import type { FieldProps } from "./field"
import { FieldLabel } from "./field-label"

interface ListFieldProps<Values extends FieldValues> extends FieldProps<Values> {
  /** What is chosen and not among them is shown as it is. */
  options: readonly Option[]
  placeholder?: string
}

/** Some of many: a choice adds one, and each that was added stands below it with a way out. */
function ListField<Values extends FieldValues>({ options, placeholder, ...frame }: ListFieldProps<Values>) {
  const t = useText()
  const labelOf = (id: string) => options.find(({ value }) => value === id)?.label ?? id
  return (
    <Form.Field
      control={frame.control}
      name={frame.name}
      render={({ field: { value, onChange, ...field } }) => {
        const chosen = value as string[]
        const add = (id?: string) => {
          const added = id?.trim()
          if (added && !chosen.includes(added)) onChange([...chosen, added])
        }
        return (
          <Form.Item>
            <FieldLabel optional={frame.optional}>{frame.label}</FieldLabel>
            <Form.Control>
              <Combobox
                {...field}
                value=""
                onChange={add}
                options={options
                  .filter((option) => !chosen.includes(option.value))
                  .map((option) => ({ value: option.value, label: option.label }))}
                placeholder={placeholder ?? t("forms.choose")}
                disabled={frame.disabled}
              />
            </Form.Control>
            <Chosen
              names={chosen.map((id) => ({ id, name: labelOf(id) }))}
              onRemove={(id) => onChange(chosen.filter((each) => each !== id))}
            />
            {frame.hint && <Form.Hint className="text-pretty">{frame.hint}</Form.Hint>}
            <Form.ErrorMessage />
          </Form.Item>
        )
      }}
    />
  )
}

interface ChosenProps {
  names: { id: string; name: string }[]
  onRemove: (id: string) => void
}

function Chosen({ names, onRemove }: ChosenProps) {
  const t = useText()
  if (!names.length) return null
  return (
    <ul className="flex flex-wrap gap-1.5">
      {names.map(({ id, name }) => (
        <li
          key={id}
          className="bg-ui-tag-neutral-bg text-ui-tag-neutral-text border-ui-tag-neutral-border txt-compact-small flex max-w-full items-center gap-x-1 rounded-md border py-0.5 pl-2 pr-1"
        >
          <span className="truncate">{name}</span>
          <button
            type="button"
            aria-label={t("forms.removeChosen", { name })}
            onClick={() => onRemove(id)}
            className="text-ui-fg-subtle hover:text-ui-fg-base focus-visible:shadow-borders-focus transition-fg shrink-0 rounded-sm outline-none"
          >
            <XMarkMini />
          </button>
        </li>
      ))}
    </ul>
  )
}

interface AllOrListFieldProps<Values extends FieldValues> extends ListFieldProps<Values> {
  /** The sentence of the switch that takes all. */
  all: string
  allHint?: string
  isAll: boolean
}

/** All, also those that come later, or some of them. The form's value is an `AllOrSome`. */
export function AllOrListField<Values extends FieldValues>({
  name,
  all,
  allHint,
  isAll,
  ...list
}: AllOrListFieldProps<Values>) {
  const part = (of: string) => `${name}.${of}` as FieldPath<Values>
  return (
    <>
      <SwitchField control={list.control} name={part("all")} label={all} hint={allHint} />
      {!isAll && <ListField {...list} name={part("ids")} />}
    </>
  )
}
