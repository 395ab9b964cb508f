import { ClockDrawer } from "../../../../studio/general/clock-drawer"

export default ClockDrawer
