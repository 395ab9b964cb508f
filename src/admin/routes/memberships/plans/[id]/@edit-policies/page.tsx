import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { useText } from "../../../../../text/use-text"
import { lazily } from "../../../../../parts/lazily"

const PolicyForm = lazily(
  async () => (await import("../../../../../plans/edit/policies/policy-form.js")).PolicyForm
)

const EditPoliciesPage = () => {
  const { id = "" } = useParams()
  const t = useText()
  return (
    <PlanDrawer id={id} title={t("plans.edit.policies.title")}>
      {(plan, studio) => <PolicyForm {...{ plan, studio }} />}
    </PlanDrawer>
  )
}

export default EditPoliciesPage
