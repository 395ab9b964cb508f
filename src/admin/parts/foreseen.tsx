import { InlineTip, Text } from "@medusajs/ui"
import { type ReactNode, useId } from "react"
import { useErrorText } from "../text/use-error-text"
import { useText } from "../text/use-text"

interface ForeseenProps {
  /** Sentences of what a change would do; null while that is not known. */
  lines: string[] | null
  refusal: Error | null
  /** Instead of the refusal's own sentence. */
  refused?: ReactNode
  /** What is still to be said before it can be known; null once it is asked for. */
  incomplete?: string | null
}

/** What a change would do, as the server tells it without doing it; or why it says no. */
export function Foreseen({ lines, refusal, refused, incomplete = null }: ForeseenProps) {
  const t = useText()
  const id = useId()
  const errorText = useErrorText()
  return (
    <section aria-labelledby={id} className="flex flex-col gap-y-2">
      <Text as="span" id={id} size="small" leading="compact" weight="plus">
        {t("foreseen.title")}
      </Text>
      <div role="status">
        {refusal ? (
          (refused ?? (
            <InlineTip variant="error" label={t("foreseen.refused")}>
              {errorText(refusal)}
            </InlineTip>
          ))
        ) : (
          <div className="bg-ui-bg-component shadow-elevation-card-rest flex min-h-12 flex-col justify-center rounded-lg px-3 py-2.5">
            {lines ? <Lines lines={lines} /> : <Unknown incomplete={incomplete} />}
          </div>
        )}
      </div>
    </section>
  )
}

function Lines({ lines }: { lines: string[] }) {
  const t = useText()
  return (
    <ul className="flex list-none flex-col gap-y-1.5">
      {(lines.length > 0 ? lines : [t("foreseen.nothing")]).map((line) => (
        <li key={line}>
          <Text size="small" className="break-words text-pretty">
            {line}
          </Text>
        </li>
      ))}
    </ul>
  )
}

function Unknown({ incomplete }: { incomplete: string | null }) {
  const t = useText()
  if (incomplete !== null) {
    return (
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {incomplete}
      </Text>
    )
  }
  return (
    <div role="img" aria-label={t("foreseen.loading")}>
      <div className="bg-ui-bg-component-hover h-4 w-3/4 animate-pulse rounded" />
    </div>
  )
}
