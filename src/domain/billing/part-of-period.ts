import { splitMinor } from "../money/split"

/** The days of a period, and of the full one that it is a part of (BILL-7). */
export interface PartOfPeriod {
  readonly days: number
  readonly of_days: number
}

/** The part of a price that so many of its days cost; with what the other days cost, it sums to the price (MONEY-2). */
export const partOf = (price_minor: number, { days, of_days }: PartOfPeriod): number =>
  splitMinor(price_minor, [of_days - days, days])[1]!
