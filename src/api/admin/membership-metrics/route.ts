import { limiterUses } from "../../../workflows/billing/rate-limiter"
import { handle, membershipModule } from "../../http/handler"
import { prometheusText } from "../../http/prometheus"
import { metricsOf } from "./metrics"

export const GET = handle(async (req, res) => {
  const health = await membershipModule(req).billingHealth()
  res.type("text/plain; version=0.0.4; charset=utf-8").send(prometheusText(metricsOf(health, limiterUses())))
})
