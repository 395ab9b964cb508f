import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { DrawerHead } from "../../parts/heads"
import { LoadError, Notice } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { useText } from "../../text/use-text"
import { useLocationRows } from "../queries/locations"
import { LocationForm } from "./location-form"

/** @param id of the stock location */
export function LocationDrawer({ id }: { id: string }) {
  const { rows, studio, error, refetch } = useLocationRows()
  const location = rows?.find((row) => row.id === id)
  return (
    <RouteDrawer>
      {location && studio ? (
        <LocationForm location={location} studio={studio} />
      ) : (
        <WithoutLocation isLoaded={Boolean(rows)} error={error} onRetry={refetch} />
      )}
    </RouteDrawer>
  )
}

interface WithoutLocationProps {
  isLoaded: boolean
  error: Error | null
  onRetry: () => unknown
}

function WithoutLocation({ isLoaded, error, onRetry }: WithoutLocationProps) {
  const t = useText()
  return (
    <>
      <DrawerHead>
        <RouteDrawer.Title asChild>
          <Heading>{t("studio.location.title")}</Heading>
        </RouteDrawer.Title>
      </DrawerHead>
      <RouteDrawer.Body className="p-0">
        {isLoaded ? (
          <Notice title={t("studio.locations.notFound")} detail={t("states.notFoundDetail")} />
        ) : error ? (
          <LoadError error={error} onRetry={onRetry} />
        ) : (
          <LoadingRows rows={4} />
        )}
      </RouteDrawer.Body>
    </>
  )
}
