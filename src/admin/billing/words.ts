import { getI18n } from "react-i18next"
import { billing as de } from "../i18n/de/billing"
import { billing as en } from "../i18n/en/billing"

/** Words about charges come with the pages that show them, not with the dashboard. */
for (const [language, billing] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { billing }, true)
