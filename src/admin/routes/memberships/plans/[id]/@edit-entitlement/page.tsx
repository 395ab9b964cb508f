import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { useText } from "../../../../../text/use-text"
import { lazily } from "../../../../../parts/lazily"

const EntitlementForm = lazily(
  async () => (await import("../../../../../plans/edit/entitlement/entitlement-form.js")).EntitlementForm
)

const EditEntitlementPage = () => {
  const { id = "" } = useParams()
  const t = useText()
  return (
    <PlanDrawer id={id} title={t("plans.edit.entitlement.title")}>
      {(plan, studio) => <EntitlementForm {...{ plan, studio }} />}
    </PlanDrawer>
  )
}

export default EditEntitlementPage
