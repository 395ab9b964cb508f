import type { RouteDefinition } from "../../http/route-table"

export const metricRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-metrics",
    tag: "Charges",
    summary: "How renewals stand, as Prometheus reads it",
    policy: { resource: "membership_charge", operation: "read" },
    media: "text/plain",
    answers: {},
  },
]
