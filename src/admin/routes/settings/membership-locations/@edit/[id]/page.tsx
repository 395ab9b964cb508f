import { useParams } from "react-router-dom"
import { lazily } from "../../../../../parts/lazily"

const LocationDrawer = lazily(
  async () => (await import("../../../../../studio/locations/location-drawer.js")).LocationDrawer
)

const EditLocationPage = () => {
  const { id = "" } = useParams()
  return <LocationDrawer key={id} id={id} />
}

export default EditLocationPage
