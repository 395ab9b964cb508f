import type { RouteDefinition } from "../../http/route-table"

/** Whoever works with a page of the plugin needs these names, so that a role for one of them has this permission too. */
export const studioRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/admin/membership-studio",
    tag: "Studio",
    summary:
      "The studio's date, currencies, and the names that pages choose from: locations, classifications, plans",
    policy: { resource: "membership_studio", operation: "read" },
    answers: { studio: "Studio" },
  },
]
