import { Container } from "@medusajs/ui"
import { useText } from "../text/use-text"
import { TwoColumns } from "./two-columns"

const Bar = ({ className }: { className: string }) => (
  <div className={`bg-ui-bg-component animate-pulse rounded-md ${className}`} />
)

export function LoadingRows({ rows }: { rows: number }) {
  return Array.from({ length: rows }, (_, row) => (
    <div key={row} aria-hidden className="grid grid-cols-2 gap-4 px-6 py-4">
      <Bar className="h-5 w-24" />
      <Bar className="h-5 w-32" />
    </div>
  ))
}

function LoadingSection({ rows }: { rows: number }) {
  return (
    <Container aria-hidden className="divide-y p-0">
      <div className="px-6 py-4">
        <Bar className="h-7 w-40" />
      </div>
      <LoadingRows rows={rows} />
    </Container>
  )
}

/** What a detail page looks like before its data is there. */
export function LoadingSections() {
  const t = useText()
  return (
    <div role="status" aria-label={t("states.loading")}>
      <TwoColumns
        main={
          <>
            <LoadingSection rows={3} />
            <LoadingSection rows={4} />
          </>
        }
        side={<LoadingSection rows={4} />}
      />
    </div>
  )
}
