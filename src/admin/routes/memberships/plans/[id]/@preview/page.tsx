import { useParams } from "react-router-dom"
import { PlanPreview } from "../../../../../plans/preview/plan-preview"

const PreviewPage = () => {
  const { id = "" } = useParams()
  return <PlanPreview id={id} />
}

export default PreviewPage
