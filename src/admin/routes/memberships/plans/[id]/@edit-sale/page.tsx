import { useParams } from "react-router-dom"
import { PlanDrawer } from "../../../../../plans/edit/plan-drawer"
import { SaleForm } from "../../../../../plans/edit/sale/sale-form"
import { useText } from "../../../../../text/use-text"

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
