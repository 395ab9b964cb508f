import { DataTable, type DataTableProps } from "@medusajs/dashboard/components"
import { clx, Container, Heading } from "@medusajs/ui"
import { LoadError } from "./load-error"
import { useSpokenTable } from "./use-spoken-table"

interface TablePageProps<Row> extends DataTableProps<Row> {
  heading: string
  error: Error | null
  onRetry: () => unknown
}

/** On dark the dashboard's own colour of a chosen filter is too faint to be read (3 to 1). */
const READABLE_FILTERS = "[&_.text-ui-fg-muted]:text-ui-fg-subtle"

/** On a narrow page the search field gives way, and not a button's words. */
const BUTTONS_IN_ONE_LINE = "[&_a]:whitespace-nowrap"

/** A list page: the dashboard's table, which keeps search, filters and page in the address, or why it is not there. */
export function TablePage<Row>({ error, onRetry, ...table }: TablePageProps<Row>) {
  const ref = useSpokenTable()
  if (!error) {
    return (
      <Container ref={ref} className={clx("p-0", READABLE_FILTERS, BUTTONS_IN_ONE_LINE)}>
        <DataTable {...table} />
      </Container>
    )
  }
  return (
    <Container className="divide-y p-0">
      <Heading className="px-6 py-4">{table.heading}</Heading>
      <LoadError error={error} onRetry={onRetry} />
    </Container>
  )
}
