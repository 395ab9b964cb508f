import { getI18n } from "react-i18next"
import { planChange as de } from "../../i18n/de/plan-change"
import { planChange as en } from "../../i18n/en/plan-change"

/** Words that only a change of plan needs come with a membership's page, not with the dashboard. */
for (const [language, planChange] of Object.entries({ en, de }))
  getI18n().addResourceBundle(language, "memberships", { planChange }, true)
