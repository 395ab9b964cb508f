import { de } from "./german"
import { en } from "./english"

/** Read by the dashboard: language → namespace → words. A language without ours falls back to English. */
export default { en: { memberships: en }, de: { memberships: de } }
