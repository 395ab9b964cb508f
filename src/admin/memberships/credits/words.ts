import { getI18n } from "react-i18next"
import { credits as de } from "../../i18n/de/credits"
import { credits as en } from "../../i18n/en/credits"

/** Words that only a membership's credits need come with its page, not with the dashboard. */
for (const [language, credits] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { credits }, true)
