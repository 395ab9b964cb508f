import type { MedusaRequest, MiddlewareRoute } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, parseCorsOrigins } from "@medusajs/framework/utils"
import cors, { type CorsOptionsDelegate } from "cors"

/** As the platform does for its own areas: the origins of the admin's clients may call, such as the page of a kiosk. */
const fromAdminOrigins: CorsOptionsDelegate<MedusaRequest> = (req, decided) => {
  const { http } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  decided(null, { origin: parseCorsOrigins(http.adminCors), credentials: true })
}

/** Of all methods, so that it answers a browser's `OPTIONS` before anybody asks for a token. */
export const frontDeskCors: MiddlewareRoute = {
  matcher: "/front-desk",
  middlewares: [cors(fromAdminOrigins)],
}
