import { Button, clx, Container, Label, Switch, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { useText } from "../../text/use-text"
import { usePlannedMoves } from "../queries/moves"
import { Pages } from "./pages"
import { PlannedTable } from "./planned-table"
import type { MovesSetting } from "./price-moves"
import { useTakeBack } from "./use-take-back"

/** The moves to this version that were planned, and what became of each; what waits can be taken back (CHART-10). */
export function PlannedMoves({ setting }: { setting: MovesSetting }) {
  const t = useText()
  const { plan_id, version } = setting
  const [isOnlyWaiting, setOnlyWaiting] = useState(false)
  const [offset, setOffset] = useState(0)
  const query = { to_price_chart_id: version.id, waiting: isOnlyWaiting || undefined, offset }
  const { data, error, isPlaceholderData, refetch } = usePlannedMoves(plan_id, query)
  const takeBack = useTakeBack(setting)
  const id = useId()
  const { moving_count: waiting } = version
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div className="flex items-center gap-x-2">
          <Switch
            id={id}
            size="small"
            checked={isOnlyWaiting}
            onCheckedChange={(checked) => {
              setOnlyWaiting(checked)
              setOffset(0)
            }}
          />
          <Label size="small" htmlFor={id}>
            {t("moves.planned.onlyWaiting")}
          </Label>
        </div>
        {waiting > 0 && (
          <Button size="small" variant="secondary" isLoading={takeBack.isPending} onClick={takeBack.all}>
            {t("moves.planned.takeAllBack", { count: waiting })}
          </Button>
        )}
      </div>
      {error && <LoadError error={error} onRetry={refetch} />}
      {!data && !error && (
        <div role="status" aria-label={t("states.loading")}>
          <LoadingRows rows={4} />
        </div>
      )}
      {data && !error && (
        <div aria-busy={isPlaceholderData} className={clx("divide-y", isPlaceholderData && "opacity-60")}>
          {data.price_moves.length > 0 ? (
            <PlannedTable moves={data.price_moves} takeBack={takeBack} />
          ) : (
            <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">
              {t(isOnlyWaiting ? "moves.planned.emptyWaiting" : "moves.planned.empty")}
            </Text>
          )}
          <Pages count={data.count} offset={offset} onOffset={setOffset} />
        </div>
      )}
    </Container>
  )
}
