import { useText } from "../text/use-text"

export const LocationsName = () => <span>{useText()("studio.locations.title")}</span>

export const SettingsName = () => <span>{useText()("domain")}</span>
