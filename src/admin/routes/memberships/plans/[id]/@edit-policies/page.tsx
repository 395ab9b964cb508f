import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { PolicyForm } from "../../../../../plans/edit/policies/policy-form"
import { useText } from "../../../../../text/use-text"

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
