import { defineMiddlewares } from "@medusajs/framework/http"
import { frontDeskCors } from "./front-desk/cors"
import { toMiddleware } from "./http/route-table"
import { routes } from "./routes"
import { draftOrderGuards } from "./admin/draft-orders/guards"
import { cartGuards } from "./store/carts/guards"

export default defineMiddlewares({
  routes: [frontDeskCors, ...routes.map(toMiddleware), ...cartGuards, ...draftOrderGuards],
})
