import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { useText } from "../../../../../text/use-text"
import { lazily } from "../../../../../parts/lazily"

const TermsForm = lazily(
  async () => (await import("../../../../../plans/edit/terms/terms-form.js")).TermsForm
)

const EditTermsPage = () => {
  const { id = "" } = useParams()
  const t = useText()
  return (
    <PlanDrawer id={id} title={t("plans.edit.terms.title")}>
      {(plan) => <TermsForm plan={plan} />}
    </PlanDrawer>
  )
}

export default EditTermsPage
