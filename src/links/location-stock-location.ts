import { defineLink } from "@medusajs/framework/utils"
import StockLocationModule from "@medusajs/medusa/stock-location"
import MembershipModule from "../modules/membership"

/** The stock location that a branch is: `fields=stock_location.name`. */
export default defineLink(
  { linkable: MembershipModule.linkable.membershipLocation, field: "stock_location_id" },
  StockLocationModule.linkable.stockLocation,
  { readOnly: true }
)
