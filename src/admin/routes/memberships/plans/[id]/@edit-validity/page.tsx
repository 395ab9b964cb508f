import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { ValidityForm } from "../../../../../plans/edit/validity/validity-form"
import { useText } from "../../../../../text/use-text"

const EditValidityPage = () => {
  const { id = "" } = useParams()
  const t = useText()
  return (
    <PlanDrawer id={id} title={t("plans.edit.validity.title")}>
      {(plan) => <ValidityForm plan={plan} />}
    </PlanDrawer>
  )
}

export default EditValidityPage
