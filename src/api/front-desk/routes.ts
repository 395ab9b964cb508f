import type { RouteDefinition } from "../http/route-table"

export const frontDeskRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path: "/front-desk/device",
    tag: "Front desk",
    summary: "Which device a token is of, and where it stands",
    answers: { front_desk_device: "OwnFrontDeskDevice" },
  },
]
