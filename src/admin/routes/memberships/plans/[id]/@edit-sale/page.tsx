import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { useText } from "../../../../../text/use-text"
import { lazily } from "../../../../../parts/lazily"

const SaleForm = lazily(async () => (await import("../../../../../plans/edit/sale/sale-form.js")).SaleForm)

const EditSalePage = () => {
  const { id = "" } = useParams()
  const t = useText()
  return (
    <PlanDrawer id={id} title={t("plans.edit.sale.title")}>
      {(plan, studio) => <SaleForm {...{ plan, studio }} />}
    </PlanDrawer>
  )
}

export default EditSalePage
