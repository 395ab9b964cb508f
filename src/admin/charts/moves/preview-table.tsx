import { Button, StatusBadge, Table } from "@medusajs/ui"
import { Fragment } from "react"
import { useFormat } from "../../text/use-format"
import { type Text as Words, useText } from "../../text/use-text"
import type { MigratedPayer, MigratedRow } from "../queries/moves"
import { MembershipCell } from "./membership-cell"
import { membershipName } from "./names"
import { ScrolledTable } from "./scrolled-table"
import { useDifference } from "./use-difference"
import { moves as en } from "../../i18n/en/moves"

interface PreviewTableProps {
  rows: readonly MigratedRow[]
  onLeaveOut: (row: MigratedRow) => void
}

/** Each membership that would move, and each that cannot with the reason; below it whoever else pays. */
export function PreviewTable({ rows, onLeaveOut }: PreviewTableProps) {
  const t = useText()
  const columns = [
    { title: t("moves.table.membership"), width: "w-[24%]" },
    { title: t("moves.table.state"), width: "w-[13%]" },
    { title: t("moves.table.from"), width: "w-[14%]" },
    { title: t("moves.table.now"), width: "w-[11%]", isNumber: true },
    { title: t("moves.table.then"), width: "w-[11%]", isNumber: true },
    { title: t("moves.table.difference"), width: "w-[14%]", isNumber: true },
    { title: t("moves.table.leaveOut"), width: "w-28", isHidden: true },
  ]
  return (
    <ScrolledTable label={t("moves.table.label")} columns={columns}>
      {rows.map((row) => (
        <Fragment key={row.membership_id}>
          <PreviewRow row={row} onLeaveOut={onLeaveOut} />
          <DetailRow row={row} />
          {otherPayers(row).map((payer) => (
            <PayerRow key={payer.payer_customer_id} row={row} payer={payer} />
          ))}
        </Fragment>
      ))}
    </ScrolledTable>
  )
}

/** Where the purchaser pays everything there is nothing more to tell. */
const otherPayers = ({ payers, customer_id }: MigratedRow): MigratedPayer[] =>
  payers.length === 1 && payers[0]!.payer_customer_id === customer_id ? [] : payers

function PreviewRow({ row, onLeaveOut }: { row: MigratedRow; onLeaveOut: (row: MigratedRow) => void }) {
  const t = useText()
  const format = useFormat()
  const difference = useDifference()
  const { refused, currency_code, starts_on } = row
  const money = (amount: number) => (refused ? t("none") : format.money(amount, currency_code))
  return (
    <Table.Row>
      <Table.Cell>
        <MembershipCell row={row} version={t("charts.versions.version", { version: row.chart_version })} />
      </Table.Cell>
      <Table.Cell>
        <MoveState row={row} />
      </Table.Cell>
      <Table.Cell className="whitespace-nowrap">{starts_on ? format.day(starts_on) : t("none")}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{money(row.now)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{money(row.then)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{refused ? t("none") : difference(row)}</Table.Cell>
      <Table.Cell className="text-right">
        {!refused && !row.is_waiting && (
          <Button
            size="small"
            variant="transparent"
            aria-label={t("moves.table.leaveOutOf", { name: membershipName(row, t) })}
            onClick={() => onLeaveOut(row)}
          >
            {t("moves.table.leaveOut")}
          </Button>
        )}
      </Table.Cell>
    </Table.Row>
  )
}

function MoveState({ row: { refused, is_waiting } }: { row: MigratedRow }) {
  const t = useText()
  const [color, name] = refused
    ? (["orange", "moves.table.stays"] as const)
    : is_waiting
      ? (["blue", "moves.table.waits"] as const)
      : (["green", "moves.table.moves"] as const)
  return (
    <StatusBadge color={color} className="whitespace-nowrap">
      {t(name)}
    </StatusBadge>
  )
}

const SUB_ROW = "bg-ui-bg-subtle hover:bg-ui-bg-subtle"

/** Why it stays, or what it was to do instead. */
function DetailRow({ row: { refused, is_waiting, waits_for_version: version } }: { row: MigratedRow }) {
  const t = useText()
  const isReplaced = !refused && !is_waiting && version !== null
  if (!refused && !isReplaced) return null
  return (
    <Table.Row className={SUB_ROW}>
      <td colSpan={7} className="whitespace-normal py-3 pe-6">
        <div className="ps-4">
          {refused ? refusalText(refused, t) : t("moves.table.instead", { version: version ?? 0 })}
        </div>
      </td>
    </Table.Row>
  )
}

function PayerRow({ row: { currency_code }, payer }: { row: MigratedRow; payer: MigratedPayer }) {
  const t = useText()
  const format = useFormat()
  const difference = useDifference()
  const { now, then, payer_name } = payer
  return (
    <Table.Row className={SUB_ROW}>
      <td colSpan={3} className="h-10 pe-6">
        <div className="truncate ps-4">
          {t("moves.table.payer", { name: payer_name ?? t("moves.table.payerUnknown") })}
        </div>
      </td>
      <Table.Cell className="text-right tabular-nums">{format.money(now, currency_code)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{format.money(then, currency_code)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">{difference({ now, then, currency_code })}</Table.Cell>
      <td />
    </Table.Row>
  )
}

type KnownRefusal = keyof typeof en.refused
const isKnown = (code: string): code is KnownRefusal => code in en.refused

/** What has no words here keeps the server's. */
const refusalText = ({ code, message }: NonNullable<MigratedRow["refused"]>, t: Words): string =>
  isKnown(code) ? t(`moves.refused.${code}`) : message
