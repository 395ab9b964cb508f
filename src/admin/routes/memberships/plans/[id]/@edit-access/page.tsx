import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { useText } from "../../../../../text/use-text"
import { lazily } from "../../../../../parts/lazily"

const AccessForm = lazily(
  async () => (await import("../../../../../plans/edit/access/access-form.js")).AccessForm
)

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
