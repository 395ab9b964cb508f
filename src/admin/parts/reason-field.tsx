import { Label, Text, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useText } from "../text/use-text"

interface ReasonFieldProps {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
}

/** In a prompt: a sentence that may be left out, for whoever looks at it later. */
export function ReasonField({ label, hint, value, onChange }: ReasonFieldProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2 px-6 pt-4">
      <Label htmlFor={id} size="small" weight="plus">
        {label} <span className="text-ui-fg-subtle font-normal">{t("forms.optional")}</span>
      </Label>
      <Textarea
        id={id}
        autoFocus
        rows={2}
        maxLength={500}
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <Text id={`${id}-hint`} size="small" className="text-ui-fg-subtle">
        {hint}
      </Text>
    </div>
  )
}
