import { useText } from "../../text/use-text"

export const ClassificationsName = () => <span>{useText()("people.classifications.title")}</span>
