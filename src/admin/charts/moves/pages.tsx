import { Table } from "@medusajs/ui"
import { PAGE_SIZE } from "../../platform/address"
import { useText } from "../../text/use-text"

interface PagesProps {
  count: number
  offset: number
  onOffset: (offset: number) => void
}

/** Below a table that has more rows than are shown at once. */
export function Pages({ count, offset, onOffset }: PagesProps) {
  const t = useText()
  if (count <= PAGE_SIZE) return null
  const pageCount = Math.ceil(count / PAGE_SIZE)
  const pageIndex = Math.floor(offset / PAGE_SIZE)
  return (
    <Table.Pagination
      {...{ count, pageSize: PAGE_SIZE, pageIndex, pageCount }}
      canPreviousPage={pageIndex > 0}
      canNextPage={pageIndex < pageCount - 1}
      previousPage={() => onOffset(offset - PAGE_SIZE)}
      nextPage={() => onOffset(offset + PAGE_SIZE)}
      translations={{
        of: t("moves.pages.of"),
        results: t("moves.pages.results"),
        pages: t("moves.pages.pages"),
        prev: t("moves.pages.prev"),
        next: t("moves.pages.next"),
      }}
    />
  )
}
