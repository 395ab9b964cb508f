import "./words"
import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading } from "@medusajs/ui"
import { useMembership } from "../memberships/queries/memberships"
import { DrawerHead } from "../parts/heads"
import { useText } from "../text/use-text"
import { ForecastPanel } from "./forecast-panel"

/** In a drawer beside a membership. */
export function MembershipForecast({ id }: { id: string }) {
  const t = useText()
  const { data: membership } = useMembership(id)
  return (
    <>
      <DrawerHead>
        <RouteDrawer.Title asChild>
          <Heading>{t("forecast.title")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle txt-small break-words">
          {membership &&
            t("forecast.ofMembership", { number: membership.display_id, plan: membership.plan.name })}
        </RouteDrawer.Description>
      </DrawerHead>
      <RouteDrawer.Body className="overflow-y-auto p-0">
        <ForecastPanel scope={{ membership_id: id }} />
      </RouteDrawer.Body>
    </>
  )
}
