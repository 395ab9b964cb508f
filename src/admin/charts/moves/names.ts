import type { Text } from "../../text/use-text"

interface Named {
  display_id: number
  customer_name: string | null
}

/** As staff call a membership: `#1007 Amira Haddad`. */
export const membershipName = ({ display_id, customer_name }: Named, t: Text): string =>
  `#${display_id} ${customer_name ?? t("moves.table.purchaserUnknown")}`
