import { getI18n } from "react-i18next"
import { renewals as de } from "../../i18n/de/renewals"
import { renewals as en } from "../../i18n/en/renewals"

/** Words about renewals come with the pages that show them, not with the dashboard. */
for (const [language, renewals] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { renewals }, true)
