/** How staff decided about a sale: the last four are the choices about money that was given back (SALE-8). */
export const SALE_ISSUE_RESOLUTIONS = [
  "approved",
  "dismissed",
  "kept",
  "canceled_at_renewal",
  "canceled_now",
  "voided",
] as const

export type SaleIssueResolution = (typeof SALE_ISSUE_RESOLUTIONS)[number]
