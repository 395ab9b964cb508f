import { authenticate, type MiddlewareRoute } from "@medusajs/framework/http"
import { checkSalesWorkflow } from "../../../workflows/selling/check-sales"
import { guard } from "../../http/handler"

/** A draft order becomes an order: what it sells is checked as a cart's is before its completion (SALE-5, SALE-9). */
export const draftOrderGuards: MiddlewareRoute[] = [
  {
    matcher: "/admin/draft-orders/:id/convert-to-order",
    methods: ["POST"],
    middlewares: [
      authenticate("user", ["session", "bearer", "api-key"]),
      guard(async (req, _res, next) => {
        await checkSalesWorkflow(req.scope).run({ input: { order_id: req.params.id! } })
        next()
      }),
    ],
  },
]
