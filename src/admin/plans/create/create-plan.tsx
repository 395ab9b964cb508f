import { RouteFocusModal } from "@medusajs/dashboard/components"
import { ModalHead } from "../../parts/heads"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { useStudio } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { CreatePlanForm } from "./create-plan-form"

/** PLAN-1…8: a plan in three steps, beginning with one of the five usual cases. */
export function CreatePlan() {
  const t = useText()
  const { data: studio, error, refetch } = useStudio()
  return (
    <RouteFocusModal>
      <RouteFocusModal.Title asChild>
        <span className="sr-only">{t("plans.create.title")}</span>
      </RouteFocusModal.Title>
      <RouteFocusModal.Description asChild>
        <span className="sr-only">{t("plans.create.description")}</span>
      </RouteFocusModal.Description>
      {studio ? (
        <CreatePlanForm studio={studio} />
      ) : (
        <>
          <ModalHead />
          <RouteFocusModal.Body className="flex-1">
            {error ? <LoadError error={error} onRetry={refetch} /> : <LoadingRows rows={5} />}
          </RouteFocusModal.Body>
        </>
      )}
    </RouteFocusModal>
  )
}
