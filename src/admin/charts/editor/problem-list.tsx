import { CheckCircleSolid, ExclamationCircle } from "@medusajs/icons"
import { Button, Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { useText } from "../../text/use-text"
import { cellOf, type EditorProblem } from "./editor-problems"
import { cellName } from "./grid-keys"

const SHOWN_AT_FIRST = 5
const SHOWN_MAX = 100

interface ProblemListProps {
  problems: readonly EditorProblem[]
  onGo: (cell: string) => void
}

/** What keeps a draft from being finalized (CHART-9), each leading to its cell. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  const shown = problems.slice(0, isOpen ? SHOWN_MAX : SHOWN_AT_FIRST)
  const hidden = problems.length - shown.length
  if (problems.length === 0) {
    return (
      <div className="flex items-center gap-x-2 px-6 py-3">
        <CheckCircleSolid className="text-ui-tag-green-icon shrink-0" />
        <Text size="small">{t("charts.problems.complete")}</Text>
      </div>
    )
  }
  return (
    <div className="flex gap-x-2 px-6 py-3">
      <ExclamationCircle className="text-ui-tag-orange-icon mt-0.5 shrink-0" />
      <div className="flex min-w-0 flex-col items-start gap-y-1">
        <Heading level="h3" className="txt-compact-small-plus">
          {t("charts.problems.count", { count: problems.length })}
        </Heading>
        <ul className="flex flex-col items-start gap-y-0.5">
          {shown.map((problem) => (
            <li key={`${cellOf(problem)}:${problem.problem}`}>
              <Problem problem={problem} onGo={onGo} />
            </li>
          ))}
        </ul>
        {hidden > 0 && isOpen && (
          <Text size="small" className="text-ui-fg-subtle">
            {t("charts.problems.more", { count: hidden })}
          </Text>
        )}
        {hidden > 0 && !isOpen && (
          <Button size="small" variant="transparent" className="-ml-2" onClick={() => setOpen(true)}>
            {t("charts.problems.more", { count: hidden })}
          </Button>
        )}
      </div>
    </div>
  )
}

function Problem({ problem, onGo }: { problem: EditorProblem; onGo: (cell: string) => void }) {
  const sentence = useProblemText()(problem)
  // The store's settings are the place for it, and no cell of this page.
  if (problem.field === "currency_codes") return <Text size="small">{sentence}</Text>
  return (
    <button
      type="button"
      className="txt-small text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus rounded text-left outline-none"
      onClick={() => onGo(cellName(problem.row, problem.field))}
    >
      {sentence}
    </button>
  )
}

/** A problem with its place, outside the grid. */
function useProblemText() {
  const t = useText()
  return ({ row, field, problem }: EditorProblem) => {
    const sentence = t(`charts.problems.code.${problem}`)
    if (row === null) return sentence
    if (!field.startsWith("prices.")) return t("charts.problems.inRow", { row, sentence })
    return t("charts.problems.inRowPrice", {
      row,
      sentence,
      currency: field.slice("prices.".length).toUpperCase(),
    })
  }
}
