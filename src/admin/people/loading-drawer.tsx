import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { DrawerHead } from "../parts/heads"
import { LoadError } from "../parts/load-error"
import { LoadingRows } from "../parts/loading-sections"

interface LoadingDrawerProps {
  title: string
  queries: { error: Error | null; refetch: () => unknown }[]
}

/** A drawer while what it edits is loaded, or why it could not be. */
export function LoadingDrawer({ title, queries }: LoadingDrawerProps) {
  const failed = queries.find(({ error }) => error !== null)
  return (
    <>
      <DrawerHead>
        <RouteDrawer.Title asChild>
          <Heading>{title}</Heading>
        </RouteDrawer.Title>
      </DrawerHead>
      <RouteDrawer.Body className="p-0">
        {failed?.error ? (
          <LoadError error={failed.error} onRetry={failed.refetch} />
        ) : (
          <LoadingRows rows={4} />
        )}
      </RouteDrawer.Body>
    </>
  )
}
