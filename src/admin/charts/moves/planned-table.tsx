import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import type { ComponentProps } from "react"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { PlannedMove } from "../queries/moves"
import { MembershipCell } from "./membership-cell"
import { membershipName } from "./names"
import { ScrolledTable } from "./scrolled-table"
import type { TakeBack } from "./use-take-back"

interface PlannedTableProps {
  moves: readonly PlannedMove[]
  takeBack: TakeBack
}

const COLOR: Record<PlannedMove["state"], ComponentProps<typeof StatusBadge>["color"]> = {
  waiting: "blue",
  moved: "green",
  refused: "red",
  taken_back: "grey",
  ended: "grey",
}

export function PlannedTable({ moves, takeBack }: PlannedTableProps) {
  const t = useText()
  const columns = [
    { title: t("moves.table.membership"), width: "w-[24%]" },
    { title: t("moves.table.state"), width: "w-[14%]" },
    { title: t("moves.table.from"), width: "w-[14%]" },
    { title: t("moves.table.now"), width: "w-[11%]", isNumber: true },
    { title: t("moves.table.then"), width: "w-[11%]", isNumber: true },
    { title: t("moves.planned.planned"), width: "w-[14%]" },
    { title: t("moves.planned.takeBack"), width: "w-28", isHidden: true },
  ]
  return (
    <ScrolledTable label={t("moves.planned.label")} columns={columns}>
      {moves.map((move) => (
        <PlannedRow key={move.id} move={move} takeBack={takeBack} />
      ))}
    </ScrolledTable>
  )
}

function PlannedRow({ move, takeBack }: { move: PlannedMove; takeBack: TakeBack }) {
  const t = useText()
  const format = useFormat()
  const { state, currency_code, planned_by_name: name, reason } = move
  return (
    <Table.Row>
      <Table.Cell>
        <MembershipCell
          row={move}
          version={t("moves.planned.versions", { from: move.from_chart_version, to: move.chart_version })}
        />
      </Table.Cell>
      <Table.Cell>
        <StatusBadge color={COLOR[state]} className="whitespace-nowrap">
          {t(`moves.planned.state.${state}`)}
        </StatusBadge>
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{format.day(move.starts_on)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{format.money(move.now, currency_code)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{format.money(move.then, currency_code)}</Table.Cell>
      <Table.Cell className="py-2">
        <div className="flex min-w-0 flex-col">
          <span>{format.dayOf(move.planned_at, move.time_zone)}</span>
          {name && (
            <span className="block truncate" title={name}>
              {name}
            </span>
          )}
          {reason && (
            <Text
              size="xsmall"
              className="text-ui-fg-subtle line-clamp-2 whitespace-normal break-words"
              title={reason}
            >
              {reason}
            </Text>
          )}
        </div>
      </Table.Cell>
      <Table.Cell className="text-right">
        {state === "waiting" && (
          <Button
            size="small"
            variant="transparent"
            aria-label={t("moves.planned.takeBackOf", { name: membershipName(move, t) })}
            onClick={async () => takeBack.one(move)}
          >
            {t("moves.planned.takeBack")}
          </Button>
        )}
      </Table.Cell>
    </Table.Row>
  )
}
