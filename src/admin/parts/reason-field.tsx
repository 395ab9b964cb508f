import { Label, Text, Textarea } from "@medusajs/ui"
import { useId } from "react"
import { useText } from "../text/use-text"

interface ReasonFieldProps {
  label: string
  hint: string
  value: string
  onChange: (value: string) => void
  /** Asked for and not there: the sentence that says so. Left out where a reason may be left out. */
  missing?: string | null
}

const REASON_MAX = 500

/** In a prompt: a sentence for whoever looks at it later. */
export function ReasonField({ label, hint, value, onChange, missing }: ReasonFieldProps) {
  const t = useText()
  const id = useId()
  const isMissing = typeof missing === "string"
  return (
    <div className="flex flex-col gap-y-2 px-6 pt-4">
      <Label htmlFor={id} size="small" weight="plus">
        {label}{" "}
        {missing === undefined && (
          <span className="text-ui-fg-subtle font-normal">{t("forms.optional")}</span>
        )}
      </Label>
      <Textarea
        id={id}
        rows={2}
        maxLength={REASON_MAX}
        value={value}
        aria-invalid={isMissing}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <Text id={`${id}-hint`} size="small" className={isMissing ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
        {missing ?? hint}
      </Text>
    </div>
  )
}
