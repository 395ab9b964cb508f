import { RouteDrawer } from "@medusajs/dashboard/components"
import { useParams } from "react-router-dom"
import { RecordProof } from "../../../../../people/members/proofs/record-proof"

const RecordProofPage = () => {
  const { id = "" } = useParams()
  return (
    <RouteDrawer>
      <RecordProof memberId={id} />
    </RouteDrawer>
  )
}

export default RecordProofPage
