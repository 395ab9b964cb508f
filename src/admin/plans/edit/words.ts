import { getI18n } from "react-i18next"
import { planEdit as de } from "../../i18n/de/plan-edit"
import { planEdit as en } from "../../i18n/en/plan-edit"

/** Words that only a plan's drawers need come with them, not with the dashboard: an eighth of all that there are. */
for (const [language, edit] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { plans: { edit } }, true)
