import { getI18n } from "react-i18next"
import { moves as de } from "../../i18n/de/moves"
import { moves as en } from "../../i18n/en/moves"

/** Words about moving memberships come with their page, not with the dashboard. */
for (const [language, moves] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { moves }, true)
