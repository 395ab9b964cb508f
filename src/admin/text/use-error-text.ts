import { useMemo } from "react"
import { useTranslation } from "react-i18next"
import { ApiError } from "../platform/api"
import { en } from "../i18n/english"
import { type Format, useFormat } from "./use-format"
import { type Text, useText } from "./use-text"

type KnownCode = keyof typeof en.errors
const isKnown = (code: string): code is KnownCode => code in en.errors

/** The server's own sentence is the most exact; it is English, so that other languages have theirs by its code. */
const DAY = /\b\d{4}-\d{2}-\d{2}\b/g

function errorText(error: unknown, t: Text, format: Format, language: string): string {
  if (!(error instanceof ApiError)) return t("errors.unreachable")
  if (error.status === 403) return t("errors.forbidden")
  if (!language.startsWith("en") && isKnown(error.code)) return t(`errors.${error.code}`)
  return error.message.replace(DAY, (date) => format.day(date))
}

/** What to tell staff about a refused or failed request. */
export function useErrorText() {
  const t = useText()
  const format = useFormat()
  const { language } = useTranslation().i18n
  return useMemo(() => (error: unknown) => errorText(error, t, format, language), [t, format, language])
}
