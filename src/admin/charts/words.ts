import { getI18n } from "react-i18next"
import { charts as de } from "../i18n/de/charts"
import { charts as en } from "../i18n/en/charts"

/** Words about price charts come with what shows them, not with the dashboard. */
for (const [language, charts] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { charts }, true)
