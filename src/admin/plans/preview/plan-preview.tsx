import { RouteFocusModal } from "@medusajs/dashboard/components"
import { Heading, Text } from "@medusajs/ui"
import { useState } from "react"
import { ModalHead } from "../../parts/heads"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { usePlan, useStorefront } from "../queries/plans"
import { PreviewChoice } from "./preview-choice"
import { PreviewNotice } from "./preview-notice"
import { StoreCard } from "./store-card"

/** A plan as customers see it, or will see it, at a place and in a currency. */
export function PlanPreview({ id }: { id: string }) {
  const t = useText()
  const { data: studio } = useStudio()
  const { data: plan } = usePlan(id)
  const [location_id, setLocation] = useState<string>()
  const [chosen, setCurrency] = useState<string>()
  const currency_code = chosen ?? studio?.currency_codes[0]
  const { data, error, refetch } = useStorefront(id, { currency_code, location_id })
  return (
    <RouteFocusModal>
      <ModalHead />
      <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto px-4 py-10 md:py-16">
        <div className="flex w-full max-w-[720px] flex-col gap-y-6">
          <div className="flex flex-col gap-y-1">
            <RouteFocusModal.Title asChild>
              <Heading>{t("plans.preview.title")}</Heading>
            </RouteFocusModal.Title>
            <RouteFocusModal.Description asChild>
              <Text size="small" className="text-ui-fg-subtle text-pretty">
                {t("plans.preview.description")}
              </Text>
            </RouteFocusModal.Description>
          </div>
          {studio && (
            <PreviewChoice
              studio={studio}
              currency_code={currency_code}
              location_id={location_id}
              onCurrency={setCurrency}
              onLocation={setLocation}
            />
          )}
          {data && plan ? (
            <>
              <PreviewNotice status={plan.status} storefront={data} location_id={location_id} />
              <StoreCard plan={data.membership_plan} />
            </>
          ) : error ? (
            <LoadError error={error} onRetry={refetch} />
          ) : (
            <div role="status" aria-label={t("plans.preview.loading")}>
              <LoadingRows rows={4} />
            </div>
          )}
        </div>
      </RouteFocusModal.Body>
    </RouteFocusModal>
  )
}
