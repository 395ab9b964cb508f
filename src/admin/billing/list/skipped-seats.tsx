import { Text } from "@medusajs/ui"
import { PageLink } from "../../memberships/detail/lines"
import { Section } from "../../parts/section"
import type { SkippedSeat } from "../types"
import { useWords } from "../use-words"

/** So many are named; more are counted. */
const NAMED = 5

/** Seats that would renew, and pay nothing because of a hold. */
export function SkippedSeats({ skipped, count }: { skipped: SkippedSeat[]; count: number }) {
  const { t, format } = useWords()
  const named = skipped.slice(0, NAMED)
  return (
    <Section title={t("billing.upcoming.skipped", { count })}>
      <ul className="flex flex-col gap-y-2 px-6 py-4">
        {named.map(({ seat_id, membership_id, label, reason, period_starts_on }) => (
          <li key={`${seat_id}:${period_starts_on}`} className="txt-small min-w-0">
            <PageLink to={`/memberships/${membership_id}`}>
              {t("billing.upcoming.skippedLine", {
                ...{
                  label,
                  date: format.day(period_starts_on),
                  reason: t(`billing.upcoming.skippedReason.${reason}`),
                },
              })}
            </PageLink>
          </li>
        ))}
        {count > named.length && (
          <li>
            <Text size="small" className="text-ui-fg-subtle">
              {t("billing.upcoming.skippedMore", { count: count - named.length })}
            </Text>
          </li>
        )}
      </ul>
    </Section>
  )
}
