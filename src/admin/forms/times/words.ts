import { getI18n } from "react-i18next"
import { times as de } from "../../i18n/de/times"
import { times as en } from "../../i18n/en/times"

/** Words that few forms need come with them, not with the dashboard. */
for (const [language, times] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { forms: { times } }, true)
