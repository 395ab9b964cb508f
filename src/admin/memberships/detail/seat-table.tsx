import { Table } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../../text/use-text"

export const SEAT_COLUMNS = 5

/** The head of the seats; on a narrow page the table moves sideways by itself. */
export function SeatTable({ children }: { children: ReactNode }) {
  const t = useText()
  return (
    <div
      role="region"
      aria-label={t("seats.title")}
      tabIndex={0}
      className="focus-visible:shadow-borders-focus overflow-x-auto rounded-b-lg outline-none"
    >
      <Table className="min-w-[560px] table-fixed">
        <Table.Header className="border-t-0">
          <Table.Row>
            <Table.HeaderCell className="w-[32%]">{t("seats.seat")}</Table.HeaderCell>
            <Table.HeaderCell className="w-[22%]">{t("seats.holder")}</Table.HeaderCell>
            <Table.HeaderCell className="w-[22%]">{t("seats.payer")}</Table.HeaderCell>
            <Table.HeaderCell className="w-[16%] text-right">{t("seats.amount")}</Table.HeaderCell>
            <Table.HeaderCell className="w-12">
              <span className="sr-only">{t("actions.menu")}</span>
            </Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body className="border-b-0">{children}</Table.Body>
      </Table>
    </div>
  )
}
