import { Container, Heading } from "@medusajs/ui"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { RenewalsSection } from "../renewals/renewals-section"
import { ClockSection } from "./clock-section"
import { GeneralSection } from "./general-section"

/** What holds for the whole studio. */
export function StudioSettings() {
  const { data: studio, error, refetch } = useStudio()
  if (!studio) return <WithoutStudio error={error} onRetry={refetch} />
  return (
    <div className="flex flex-col gap-y-3">
      <GeneralSection studio={studio} />
      <RenewalsSection zone={studio.time_zone} />
      <ClockSection studio={studio} />
    </div>
  )
}

function WithoutStudio({ error, onRetry }: { error: Error | null; onRetry: () => unknown }) {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <Heading className="px-6 py-4">{t("domain")}</Heading>
      {error ? (
        <LoadError error={error} onRetry={onRetry} />
      ) : (
        <div role="status" aria-label={t("states.loading")}>
          <LoadingRows rows={4} />
        </div>
      )}
    </Container>
  )
}
