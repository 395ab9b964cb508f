import { getI18n } from "react-i18next"
import { merge as de } from "../../../i18n/de/merge"
import { merge as en } from "../../../i18n/en/merge"

/** Words that only merging needs come with its drawer, not with the dashboard. */
for (const [language, merge] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { merge }, true)
