import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { TermsForm } from "../../../../../plans/edit/terms/terms-form"
import { useText } from "../../../../../text/use-text"

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
