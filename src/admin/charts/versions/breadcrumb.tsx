import { useText } from "../../text/use-text"

export const PricesName = () => <span>{useText()("charts.page.title")}</span>

export const MovesName = () => <span>{useText()("charts.page.moves")}</span>
