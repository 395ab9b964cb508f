import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { lastDayOf } from "../../domain/memberships/term"

/** How dates and amounts are written for who reads them. */
export interface Format {
  /** `2027-03-01` as that very day, wherever the reader is. */
  day(date: string): string
  /** The last day with the membership, of the first day without it (TERM-6). */
  lastDay(ends_on: string): string
  /** The local day of an instant in a location's zone. */
  dayOf(instant: string, zone?: string): string
  /** Day and time of an instant in a location's zone. */
  moment(instant: string, zone?: string): string
  /** An amount in the currency's major unit. */
  money(amount: number | string, currency: string): string
}

/** The dashboard's names of languages, such as `zhCN`, as those of `Intl`. */
const languageTag = (language: string) => language.replace(/^([a-z]{2})([A-Z]{2})$/, "$1-$2")

/** The browser's own variety of the interface's language (`en-GB` for `en`), else the language by itself. */
function localeOf(language: string, preferred: readonly string[]): string {
  const tag = languageTag(language)
  return preferred.find((each) => each === tag || each.startsWith(`${tag}-`)) ?? tag
}

function formatFor(locale: string): Format {
  const midnight = (date: string) => new Date(`${date}T00:00:00Z`)
  const calendar = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" })
  const day = (date: string) => calendar.format(midnight(date))
  const at = (instant: string, timeZone: string | undefined, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone }).format(new Date(instant))
  return {
    day,
    lastDay: (ends_on) => day(lastDayOf(ends_on)),
    dayOf: (instant, zone) => at(instant, zone, { dateStyle: "medium" }),
    moment: (instant, zone) => at(instant, zone, { dateStyle: "medium", timeStyle: "short" }),
    money: (amount, currency) =>
      new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount)),
  }
}

export function useFormat(): Format {
  const { language } = useTranslation().i18n
  return useMemo(() => formatFor(localeOf(language, navigator.languages)), [language])
}
