import "./words"
import { Container, Heading } from "@medusajs/ui"
import { useText } from "../text/use-text"
import { ForecastPanel } from "./forecast-panel"

/** In Billing, of the whole studio. */
export function StudioForecast() {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("forecast.title")}</Heading>
      </div>
      <ForecastPanel scope={{}} />
    </Container>
  )
}
