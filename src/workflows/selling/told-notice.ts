import { fromMinor } from "../../domain/money/amounts"
import type { SaleNotice } from "../../domain/selling/sale-notices"
import type { ToldSaleNotice } from "./types"

/** As the API answers it: amounts as decimals. */
export function toldNotice(notice: SaleNotice): ToldSaleNotice {
  if (notice.code !== "dues_unpaid") return notice
  const { charges, total_minor, ...of } = notice
  const amount = (minor: number) => fromMinor(minor, of.currency_code)
  return {
    ...of,
    total: amount(total_minor),
    charges: charges.map(({ total_minor: minor, ...charge }) => ({
      ...charge,
      total: minor === null ? null : amount(minor),
    })),
  }
}
