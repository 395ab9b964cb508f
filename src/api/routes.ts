import { classificationRoutes } from "./admin/membership-classifications/routes"
import { householdRoutes } from "./admin/households/routes"
import { memberRoutes } from "./admin/members/routes"
import { auditEntryRoutes } from "./admin/membership-audit-entries/routes"
import { locationRoutes } from "./admin/membership-locations/routes"
import { studioClockRoutes } from "./admin/studio-clock/routes"
import { storeMemberRoutes } from "./store/members/routes"
import type { RouteDefinition } from "./http/route-table"

/** Every route of the plugin: the source of its middlewares and of `docs/openapi.json`. */
export const routes: RouteDefinition[] = [...classificationRoutes,
  ...memberRoutes,
  ...householdRoutes,
  ...locationRoutes,
  ...studioClockRoutes,
  ...auditEntryRoutes,
  ...storeMemberRoutes]
