import { useText } from "../text/use-text"

export const ServicesName = () => <span>{useText()("studio.services")}</span>
export const DevicesName = () => <span>{useText()("studio.devices")}</span>
export const FrontDeskName = () => <span>{useText()("studio.frontDesk")}</span>
