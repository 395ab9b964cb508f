import { defineMiddlewares } from "@medusajs/framework/http"
import { toMiddleware } from "./http/route-table"
import { routes } from "./routes"
import { cartGuards } from "./store/carts/guards"

export default defineMiddlewares({ routes: [...routes.map(toMiddleware), ...cartGuards] })
