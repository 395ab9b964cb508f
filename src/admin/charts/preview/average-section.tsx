import { Button, Heading, Text } from "@medusajs/ui"
import { lazy, Suspense, useMemo, useState } from "react"
import { averagePrices } from "../../../domain/charts/average-price"
import { isShared, type PlanAudience } from "../../../domain/plans/types"
import { useText } from "../../text/use-text"
import { AverageTable } from "./average-table"
import type { Trial } from "./use-trial"

/** The drawing library is heavy: it loads when the picture is asked for. */
const AveragePicture = lazy(async () => {
  const { AveragePicture: picture } = await import("./average-picture.js")
  return { default: picture }
})

interface AverageSectionProps {
  trial: Trial
  audience: PlanAudience
}

/** How the average price per person moves as a group grows; as a picture and as a table. */
export function AverageSection({ trial: { priced, currency_code }, audience }: AverageSectionProps) {
  const t = useText()
  const [isShown, setShown] = useState(false)
  const [isTable, setTable] = useState(false)
  const groups = useMemo(() => (priced ? averagePrices(priced.rows, audience) : []), [priced, audience])
  if (!isShared(audience) || !priced || currency_code === undefined || groups.length === 0) return null
  return (
    <div className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Heading level="h3" className="txt-compact-small-plus">
          {t("charts.preview.picture")}
        </Heading>
        <Button
          type="button"
          size="small"
          variant="secondary"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {t(isShown ? "charts.preview.hidePicture" : "charts.preview.showPicture")}
        </Button>
      </div>
      {isShown && priced.unpriced.length > 0 && (
        <Hint>{t("charts.preview.pictureMissing", { currency: currency_code.toUpperCase() })}</Hint>
      )}
      {isShown && priced.unpriced.length === 0 && (
        <>
          <Hint>{t("charts.preview.pictureHint")}</Hint>
          <Suspense fallback={<Drawing />}>
            <AveragePicture {...{ groups, currency_code }} />
          </Suspense>
          <Button
            type="button"
            size="small"
            variant="transparent"
            className="self-start"
            aria-expanded={isTable}
            onClick={() => setTable(!isTable)}
          >
            {t(isTable ? "charts.preview.hideTable" : "charts.preview.showTable")}
          </Button>
          {isTable && <AverageTable {...{ groups, currency_code }} rows={priced.rows} />}
        </>
      )}
    </div>
  )
}

const Hint = ({ children }: { children: string }) => (
  <Text size="small" className="text-ui-fg-subtle text-pretty">
    {children}
  </Text>
)

function Drawing() {
  const t = useText()
  return (
    <div
      role="status"
      aria-label={t("charts.preview.loading")}
      className="bg-ui-bg-component h-60 animate-pulse rounded-md"
    />
  )
}
