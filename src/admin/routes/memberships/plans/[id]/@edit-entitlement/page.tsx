import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { EntitlementForm } from "../../../../../plans/edit/entitlement/entitlement-form"
import { useText } from "../../../../../text/use-text"

const EditEntitlementPage = () => {
  const { id = "" } = useParams()
  const t = useText()
  return (
    <PlanDrawer id={id} title={t("plans.edit.entitlement.title")}>
      {(plan) => <EntitlementForm plan={plan} />}
    </PlanDrawer>
  )
}

export default EditEntitlementPage
