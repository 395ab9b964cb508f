import type { RouteDefinition } from "../../http/route-table"

/** Without a policy: whoever works with one page of the plugin needs these names, and they are nobody's secret. */
export const studioRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-studio",
    tag: "Studio",
    summary: "The studio's date, currencies, and the names that pages choose from: locations, classifications, plans",
    answers: { studio: "Studio" },
  },
]
