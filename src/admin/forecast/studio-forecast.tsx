import "./words"
import { Container, Heading } from "@medusajs/ui"
import type { ChargeNumbers } from "../billing/types"
import { useText } from "../text/use-text"
import { Forecast } from "./forecast-panel"

/** In Billing, of the whole studio. */
export function StudioForecast({ numbers }: { numbers: ChargeNumbers | undefined }) {
  const t = useText()
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">{t("forecast.title")}</Heading>
      </div>
      <Forecast scope={{}} today={numbers?.today} />
    </Container>
  )
}
