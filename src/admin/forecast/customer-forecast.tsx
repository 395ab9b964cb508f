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
      <Drawer.Trigger asChild>
        <Button size="small" variant="secondary">
          {t("forecast.action")}
        </Button>
      </Drawer.Trigger>
      <Drawer.Content>
        <DrawerHead>
          <Drawer.Title asChild>
            <Heading>{t("forecast.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle txt-small">
            {t("forecast.ofCustomer")}
          </Drawer.Description>
        </DrawerHead>
        <Drawer.Body className="overflow-y-auto p-0">
          <ForecastPanel scope={{ customer_id }} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
