import { getI18n } from "react-i18next"
import { frontDesk as de } from "../i18n/de/front-desk"
import { frontDesk as en } from "../i18n/en/front-desk"

/** Words of the pages about the front desk come with them, not with the dashboard. */
for (const [language, frontDesk] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { frontDesk }, true)
