import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { PortalForm } from "../../../../../plans/edit/portal/portal-form"
import { useText } from "../../../../../text/use-text"

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
