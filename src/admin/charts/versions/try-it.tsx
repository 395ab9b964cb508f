import { Container, Text } from "@medusajs/ui"
import { lazy, Suspense } from "react"
import type { ChartRowDraft } from "../../../domain/charts/types"
import { useText } from "../../text/use-text"
import type { ChartSetting } from "./setting"

const ChartPreview = lazy(async () => ({
  default: (await import("../preview/chart-preview.js")).ChartPreview,
}))

/** The rows as they are now, tried with people; the picture of it comes when it is needed. */
export function TryIt({ setting, rows }: { setting: ChartSetting; rows: readonly ChartRowDraft[] }) {
  const t = useText()
  const { plan, studio, currency_codes } = setting
  return (
    <Suspense
      fallback={
        <Container>
          <Text size="small" className="text-ui-fg-subtle">
            {t("states.loading")}
          </Text>
        </Container>
      }
    >
      <ChartPreview
        rows={rows}
        audience={plan.audience}
        classifications={studio.classifications}
        currency_codes={currency_codes}
        today={studio.today}
      />
    </Suspense>
  )
}
