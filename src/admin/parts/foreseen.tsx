import { InlineTip, Text } from "@medusajs/ui"
import { useId } from "react"
import { useErrorText } from "../text/use-error-text"

interface ForeseenProps {
  title: string
  /** Above the server's reason, should it say no. */
  refusedTitle: string
  refusal: Error | null
  /** Sentences of what a change would do; of why that is not known while `isKnown` is false. */
  lines: string[]
  isKnown: boolean
}

/** What a change would do, as the server tells it without doing it; or why it says no. */
export function Foreseen({ title, refusedTitle, refusal, lines, isKnown }: ForeseenProps) {
  const id = useId()
  const errorText = useErrorText()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-y-2">
      <Text as="span" id={id} size="small" leading="compact" weight="plus">
        {title}
      </Text>
      <div role="status">
        {refusal ? (
          <InlineTip variant="error" label={refusedTitle}>
            {errorText(refusal)}
          </InlineTip>
        ) : (
          <ul className="bg-ui-bg-component shadow-elevation-card-rest flex min-h-12 list-none flex-col justify-center gap-y-1.5 rounded-lg px-3 py-2.5">
            {lines.map((line) => (
              <li key={line}>
                <Text size="small" className={isKnown ? "break-words text-pretty" : "text-ui-fg-subtle"}>
                  {line}
                </Text>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
