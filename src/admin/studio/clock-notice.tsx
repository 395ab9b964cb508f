import { Clock } from "@medusajs/icons"
import { Container, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useStudio } from "../platform/studio"
import { useFormat } from "../text/use-format"
import { useText } from "../text/use-text"

/** For the top of a page: every date on it is another one than the reader expects while the clock stands still. */
export function ClockNotice() {
  const t = useText()
  const format = useFormat()
  const { data: studio } = useStudio()
  if (!studio?.frozen) return null
  return (
    <Container className="flex flex-wrap items-center gap-x-3 gap-y-1 px-6 py-3" role="status">
      <Clock className="text-ui-tag-orange-icon shrink-0" />
      <Text size="small" leading="compact">
        {t("studio.clock.notice", { time: format.moment(studio.now, studio.time_zone) })}
      </Text>
      <Link
        to="/settings/memberships"
        className="txt-compact-small-plus text-ui-tag-blue-text hover:underline md:ms-auto"
      >
        {t("studio.clock.noticeLink")}
      </Link>
    </Container>
  )
}
