import { useTranslation } from "react-i18next"
import { ApiError } from "../../platform/api"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { misfitText } from "./refusals"

/** Why somebody cannot sit on a seat, as the server answers it beside the seat. */
export interface Misfit {
  code: string
  reason: string | null
  message: string
}

/** The server's sentence names the classification and its age; it is English, and other languages have theirs by the reason. */
export function useMisfitText() {
  const t = useText()
  const errorText = useErrorText()
  const { language } = useTranslation().i18n
  return ({ reason, ...refusal }: Misfit): string =>
    language.startsWith("en") || !reason ? errorText(new ApiError(409, refusal)) : misfitText(reason, t)
}
