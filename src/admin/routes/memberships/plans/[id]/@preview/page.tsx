import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const PlanPreview = lazily(
  async () => (await import("../../../../../plans/preview/plan-preview.js")).PlanPreview
)

const PreviewPage = () => {
  const { id = "" } = useParams()
  return <PlanPreview id={id} />
}

export default PreviewPage
