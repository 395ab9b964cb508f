import { clx, Table } from "@medusajs/ui"
import type { ReactNode } from "react"

interface Column {
  title: string
  width: string
  isNumber?: boolean
  /** Its title is only spoken. */
  isHidden?: boolean
}

interface ScrolledTableProps {
  label: string
  columns: readonly Column[]
  children: ReactNode
}

/** On a narrow page the table moves sideways by itself, and the keyboard can move it. */
export function ScrolledTable({ label, columns, children }: ScrolledTableProps) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="focus-visible:shadow-borders-focus overflow-x-auto outline-none"
    >
      <Table className="min-w-[790px] table-fixed">
        <Table.Header className="border-t-0">
          <Table.Row>
            {columns.map(({ title, width, isNumber = false, isHidden = false }) => (
              <Table.HeaderCell key={title} className={clx(width, isNumber && "text-right")}>
                {isHidden ? <span className="sr-only">{title}</span> : title}
              </Table.HeaderCell>
            ))}
          </Table.Row>
        </Table.Header>
        <Table.Body className="border-b-0">{children}</Table.Body>
      </Table>
    </div>
  )
}
