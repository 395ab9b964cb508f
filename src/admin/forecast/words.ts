import { getI18n } from "react-i18next"
import { forecast as de } from "../i18n/de/forecast"
import { forecast as en } from "../i18n/en/forecast"

/** Words about what is to come are loaded with what shows them, not with the dashboard. */
for (const [language, forecast] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { forecast }, true)
