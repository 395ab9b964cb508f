import { useParams } from "react-router-dom"
import { LocationDrawer } from "../../../../../studio/locations/location-drawer"

const EditLocationPage = () => {
  const { id = "" } = useParams()
  return <LocationDrawer key={id} id={id} />
}

export default EditLocationPage
