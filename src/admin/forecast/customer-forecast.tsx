import "./words"
import { Button, Drawer, Heading } from "@medusajs/ui"
import { DrawerHead } from "../parts/heads"
import { useText } from "../text/use-text"
import { ForecastPanel } from "./forecast-panel"

/** On the platform's page of a customer, which has no drawers of ours. */
export function CustomerForecast({ customer_id }: { customer_id: string }) {
  const t = useText()
  return (
    <Drawer>
      <div className="px-6 py-3">
        <Drawer.Trigger asChild>
          <Button size="small" variant="secondary">
            {t("forecast.action")}
          </Button>
        </Drawer.Trigger>
      </div>
      <Drawer.Content>
        <DrawerHead>
          <Drawer.Title asChild>
            <Heading>{t("forecast.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description>{t("forecast.ofCustomer")}</Drawer.Description>
        </DrawerHead>
        <Drawer.Body className="overflow-y-auto p-0">
          <ForecastPanel scope={{ customer_id }} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
