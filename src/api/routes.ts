import { classificationRoutes } from "./admin/membership-classifications/routes"
import type { RouteDefinition } from "./http/route-table"

/** Every route of the plugin: the source of its middlewares and of `docs/openapi.json`. */
export const routes: RouteDefinition[] = [...classificationRoutes]
