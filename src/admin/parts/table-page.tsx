import { DataTable, type DataTableProps } from "@medusajs/dashboard/components"
import { Container, Heading } from "@medusajs/ui"
import { LoadError } from "./load-error"
import { useNamedButtons } from "./use-named-buttons"

interface TablePageProps<Row> extends DataTableProps<Row> {
  heading: string
  error: Error | null
  onRetry: () => unknown
}

/** A list page: the dashboard's table, which keeps search, filters and page in the address, or why it is not there. */
export function TablePage<Row>({ error, onRetry, ...table }: TablePageProps<Row>) {
  const ref = useNamedButtons()
  if (!error) {
    return (
      <Container ref={ref} className="p-0">
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
