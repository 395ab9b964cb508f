import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { useText } from "../../../../../text/use-text"
import { lazily } from "../../../../../parts/lazily"

const ValidityForm = lazily(
  async () => (await import("../../../../../plans/edit/validity/validity-form.js")).ValidityForm
)

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
