import { useMemo } from "react"
import { useTranslation } from "react-i18next"

/** How dates and amounts are written for who reads them. */
export interface Format {
  /** `2027-03-01` as that very day, wherever the reader is. */
  day(date: string): string
  /** The same without its year, where there is little room: `1 Mar`. */
  shortDay(date: string): string
  /** The last day with the membership, of the first day without it (TERM-6). */
  lastDay(ends_on: string): string
  /** From its first day to the last, of the first day without it: `1 – 31 Mar 2027`. */
  days(from: string, ends_on: string): string
  /** `2027-12-31` as the month that is printed on a card. */
  month(date: string): string
  /** The local day of an instant in a location's zone. */
  dayOf(instant: string, zone?: string): string
  /** Day and time of an instant in a location's zone. */
  moment(instant: string, zone?: string): string
  /** Time of an instant in a location's zone, with its weekday: the date may differ from the reader's. */
  timeOf(instant: string, zone: string): string
  /** Time of an instant of today in a location's zone. */
  clock(instant: string, zone: string): string
  /** `06:00` on a wall's clock; `24:00` is midnight. */
  timeOfDay(time: string): string
  /** Of 1, Monday, to 7, Sunday. */
  weekday(day: number, width?: "long" | "short"): string
  /** An amount in the currency's major unit. */
  money(amount: number | string, currency: string): string
  /** 0.07 as `7%`, with at most two decimals. */
  percent(share: number): string
}

/** The dashboard's names of languages, such as `zhCN`, as those of `Intl`. */
const languageTag = (language: string) => language.replace(/^([a-z]{2})([A-Z]{2})$/, "$1-$2")

/** The browser's own variety of the interface's language (`en-GB` for `en`), else the language by itself. */
function localeOf(language: string, preferred: readonly string[]): string {
  const tag = languageTag(language)
  return preferred.find((each) => each === tag || each.startsWith(`${tag}-`)) ?? tag
}

const DAY_MS = 86_400_000

const hoursAndMinutes = (time: string): [number, number] => [
  Number(time.slice(0, 2)),
  Number(time.slice(3, 5)),
]

function formatFor(locale: string): Format {
  const midnight = (date: string) => new Date(`${date}T00:00:00Z`)
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  const day = (date: string) => calendar.format(midnight(date))
  const at = (instant: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(instant))
  return {
    day,
    shortDay: (date) =>
      new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone: "UTC" }).format(
        midnight(date)
      ),
    // In UTC every day has 24 hours, so that no calendar library has to come with every page.
    lastDay: (ends_on) => calendar.format(midnight(ends_on).getTime() - DAY_MS),
    days: (from, ends_on) => calendar.formatRange(midnight(from), midnight(ends_on).getTime() - DAY_MS),
    month: (date) =>
      new Intl.DateTimeFormat(locale, { month: "2-digit", year: "2-digit", timeZone: "UTC" }).format(
        midnight(date)
      ),
    dayOf: (instant, zone) => at(instant, zone, { dateStyle: "medium" }),
    moment: (instant, zone) => at(instant, zone, { dateStyle: "medium", timeStyle: "short" }),
    timeOf: (instant, zone) => at(instant, zone, { weekday: "short", hour: "numeric", minute: "2-digit" }),
    clock: (instant, zone) => at(instant, zone, { timeStyle: "short" }),
    timeOfDay: (time) =>
      at(new Date(Date.UTC(1970, 0, 1, ...hoursAndMinutes(time))).toISOString(), "UTC", {
        timeStyle: "short",
      }),
    // 5 January 1970 was a Monday.
    weekday: (day, width = "long") =>
      at(new Date(Date.UTC(1970, 0, 4 + day)).toISOString(), "UTC", { weekday: width }),
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount)),
    percent: (share) =>
      new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(share),
  }
}

export function useFormat(): Format {
  const { language } = useTranslation().i18n
  return useMemo(() => formatFor(localeOf(language, navigator.languages)), [language])
}
