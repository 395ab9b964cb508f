import { Button, clx, Container, Text } from "@medusajs/ui"
import { useState } from "react"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { ApiError } from "../../platform/api"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { type MigratedRow, type MoveWish, useMovePreview } from "../queries/moves"
import { MovePrompt } from "./move-prompt"
import { membershipName } from "./names"
import { Pages } from "./pages"
import { type LeftOut, PreviewFilters } from "./preview-filters"
import { PreviewTable } from "./preview-table"
import { PreviewTotals } from "./preview-totals"
import type { MovesSetting } from "./price-moves"

interface MovePreviewProps {
  setting: MovesSetting
  onMoved: () => void
}

/** Who pays what now and would pay what, as the server decides it, and the way to do it (CHART-10). */
export function MovePreview({ setting, onMoved }: MovePreviewProps) {
  const t = useText()
  const { plan_id, version } = setting
  const choice = useChoice(version.id)
  const { wish, offset, setOffset } = choice
  const { data, error, isPlaceholderData, refetch } = useMovePreview(plan_id, wish, offset)
  const dateFault = useDateFault(error)
  const [isAsking, setAsking] = useState(false)
  const count = data ? data.count - data.refused_count - data.waiting_count : 0
  return (
    <Container className="divide-y p-0">
      <PreviewFilters setting={setting} choice={choice} fault={dateFault} />
      {error && !dateFault && <LoadError error={error} onRetry={refetch} />}
      {!data && !error && (
        <div role="status" aria-label={t("states.loading")}>
          <LoadingRows rows={4} />
        </div>
      )}
      {data && !error && (
        <div aria-busy={isPlaceholderData} className={clx("divide-y", isPlaceholderData && "opacity-60")}>
          {data.count > 0 ? (
            <>
              <PreviewTotals migration={data} />
              <PreviewTable rows={data.memberships} onLeaveOut={choice.leaveOut} />
            </>
          ) : (
            <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">
              {t(choice.isFiltered ? "moves.emptyFiltered" : "moves.empty")}
            </Text>
          )}
          <Pages count={data.count} offset={offset} onOffset={setOffset} />
        </div>
      )}
      <div className="bg-ui-bg-base sticky bottom-0 flex items-center justify-end rounded-b-lg px-6 py-4">
        <Button
          size="small"
          disabled={isPlaceholderData || error !== null || count === 0}
          onClick={() => setAsking(true)}
        >
          {count > 0 && !error ? t("moves.confirm.action", { count }) : t("moves.confirm.confirm")}
        </Button>
      </div>
      {isAsking && <MovePrompt {...{ setting, wish, count, onMoved }} onClose={() => setAsking(false)} />}
    </Container>
  )
}

/** A day that the server does not take is told at its field. */
function useDateFault(error: Error | null): string | null {
  const errorText = useErrorText()
  if (!(error instanceof ApiError)) return null
  const problem = error.problems.find(({ field }) => field === "from_on")
  if (problem) return problem.message
  return error.details.field === "from_on" ? errorText(error) : null
}

export type MoveChoice = ReturnType<typeof useChoice>

/** Who is looked at; another choice begins at the first page again. */
function useChoice(to_price_chart_id: string) {
  const t = useText()
  const [from, setFrom] = useState<string | null>(null)
  const [from_on, setFromOn] = useState("")
  const [leftOut, setLeftOut] = useState<LeftOut[]>([])
  const [offset, setOffset] = useState(0)
  const anew = (change: () => void) => {
    change()
    setOffset(0)
  }
  const wish: MoveWish = {
    to_price_chart_id,
    from_price_chart_id: from,
    from_on: from_on || null,
    except_membership_ids: leftOut.map(({ id }) => id),
  }
  return {
    ...{ wish, offset, setOffset, from, from_on, leftOut },
    isFiltered: from !== null || leftOut.length > 0,
    chooseFrom: (id: string | null) => anew(() => setFrom(id)),
    chooseDay: (day: string) => anew(() => setFromOn(day)),
    leaveOut: (row: MigratedRow) =>
      anew(() =>
        setLeftOut((before) => [...before, { id: row.membership_id, name: membershipName(row, t) }])
      ),
    takeIn: (id: string) => anew(() => setLeftOut((before) => before.filter((each) => each.id !== id))),
  }
}
