import { defineMiddlewares } from "@medusajs/framework/http"
import { toMiddleware } from "./http/route-table"
import { routes } from "./routes"
import { draftOrderGuards } from "./admin/draft-orders/guards"
import { cartGuards } from "./store/carts/guards"

export default defineMiddlewares({
  routes: [...routes.map(toMiddleware), ...cartGuards, ...draftOrderGuards],
})
