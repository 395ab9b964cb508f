import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const RecordProof = lazily(
  async () => (await import("../../../../../people/members/proofs/record-proof.js")).RecordProof
)

const RecordProofPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <RecordProof memberId={id} />
    </RouteDrawer>
  )
}

export default RecordProofPage
