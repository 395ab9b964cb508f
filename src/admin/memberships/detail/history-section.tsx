import { Text } from "@medusajs/ui"
import { en } from "../../i18n/english"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { Section } from "../../parts/section"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useMembershipHistory } from "../queries/memberships"
import type { HistoryEntry } from "../types"

type KnownAction = keyof typeof en.history.action
const known = (action: string): KnownAction => (action in en.history.action ? (action as KnownAction) : "other")

interface HistorySectionProps {
  id: string
  /** In which the times are told. */
  zone: string
}

/** Who changed it, when and why (SAFE-2), the newest first. */
export function HistorySection({ id, zone }: HistorySectionProps) {
  const t = useText()
  const { data, error, refetch } = useMembershipHistory(id)
  return (
    <Section title={t("history.title")}>
      {data ? <Entries {...data} zone={zone} /> : error ? <LoadError error={error} onRetry={refetch} /> : <LoadingRows rows={2} />}
    </Section>
  )
}

function Entries({ history, count, zone }: { history: HistoryEntry[]; count: number; zone: string }) {
  const t = useText()
  const earlier = count - history.length
  if (count === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("history.empty")}
      </Text>
    )
  }
  return (
    <>
      <ol className="divide-y">
        {history.map((entry) => (
          <Entry key={entry.id} entry={entry} zone={zone} />
        ))}
      </ol>
      {earlier > 0 && (
        <Text size="small" className="text-ui-fg-muted px-6 py-4">
          {t("history.more", { count: earlier })}
        </Text>
      )}
    </>
  )
}

function Entry({ entry, zone }: { entry: HistoryEntry; zone: string }) {
  const t = useText()
  const format = useFormat()
  const actor = t(`history.actor.${entry.actor_type}`)
  return (
    <li className="flex flex-col gap-y-1 px-6 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Text size="small" leading="compact" weight="plus">
          {t(`history.action.${known(entry.action)}`)}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle">
          {t("history.by", { time: format.moment(entry.at, zone), actor })}
        </Text>
      </div>
      {entry.reason && (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {entry.reason}
        </Text>
      )}
    </li>
  )
}
