import { defineMiddlewares } from "@medusajs/framework/http"
import { toMiddleware } from "./http/route-table"
import { routes } from "./routes"

export default defineMiddlewares({ routes: routes.map(toMiddleware) })
