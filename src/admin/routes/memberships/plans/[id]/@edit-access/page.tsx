import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { AccessForm } from "../../../../../plans/edit/access/access-form"
import { useText } from "../../../../../text/use-text"

const EditAccessPage = () => {
  const { id = "" } = useParams()
  const t = useText()
  return (
    <PlanDrawer id={id} title={t("plans.edit.access.title")}>
      {(plan, studio) => <AccessForm {...{ plan, studio }} />}
    </PlanDrawer>
  )
}

export default EditAccessPage
