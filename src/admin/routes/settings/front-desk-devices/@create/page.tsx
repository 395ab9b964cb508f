import { RouteFocusModal } from "@medusajs/dashboard/components"
import { lazily } from "../../../../parts/lazily"

const AddDevice = lazily(async () => (await import("../../../../front-desk/devices/add-device.js")).AddDevice)

const AddDevicePage = () => (
  <RouteFocusModal>
    <AddDevice />
  </RouteFocusModal>
)

export default AddDevicePage
