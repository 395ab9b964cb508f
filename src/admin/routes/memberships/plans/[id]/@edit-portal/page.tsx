import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { useText } from "../../../../../text/use-text"
import { lazily } from "../../../../../parts/lazily"

const PortalForm = lazily(
  async () => (await import("../../../../../plans/edit/portal/portal-form.js")).PortalForm
)

const EditPortalPage = () => {
  const { id = "" } = useParams()
  const t = useText()
  return (
    <PlanDrawer id={id} title={t("plans.edit.portal.title")}>
      {(plan) => <PortalForm plan={plan} />}
    </PlanDrawer>
  )
}

export default EditPortalPage
