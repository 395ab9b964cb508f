import { Hint, Text } from "@medusajs/ui"
import { type ReactNode, useId } from "react"

interface FieldGroupProps {
  label: string
  hint?: string
  children: ReactNode
}

/** Inputs that together answer one question; a screen reader hears the question with each of them. */
export function FieldGroup({ label, hint, children }: FieldGroupProps) {
  const id = useId()
  const [labelId, hintId] = [`${id}-label`, `${id}-hint`]
  return (
    <div
      role="group"
      aria-labelledby={labelId}
      aria-describedby={hint && hintId}
      className="flex flex-col gap-y-2"
    >
      <Text as="span" id={labelId} size="small" leading="compact" weight="plus">
        {label}
      </Text>
      {children}
      {hint && (
        <Hint id={hintId} className="text-pretty">
          {hint}
        </Hint>
      )}
    </div>
  )
}
