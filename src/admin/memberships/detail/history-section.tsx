import { Button, Text } from "@medusajs/ui"
import { en } from "../../i18n/english"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { Section } from "../../parts/section"
import { useFormat } from "../../text/use-format"
import { type Text as Words, useText } from "../../text/use-text"
import { useMembershipHistory } from "../queries/memberships"
import type { HistoryEntry, Membership } from "../types"
import { useChangeLines } from "./use-change-lines"

type KnownAction = keyof typeof en.history.action
const known = (action: string): KnownAction =>
  action in en.history.action ? (action as KnownAction) : "other"

/** Who changed it, when, what and why (SAFE-2), the newest first; times are those of its location. */
export function HistorySection({ membership }: { membership: Membership }) {
  const t = useText()
  const { data, error, refetch, fetchNextPage, isFetchingNextPage, isFetchNextPageError } =
    useMembershipHistory(membership.id)
  const entries = data?.pages.flatMap(({ history }) => history)
  const count = data?.pages.at(-1)?.count ?? 0
  return (
    <Section title={t("history.title")}>
      {entries ? (
        <>
          <Entries entries={entries} membership={membership} />
          <Earlier
            count={count - entries.length}
            onShow={fetchNextPage}
            isLoading={isFetchingNextPage}
            isFailed={isFetchNextPageError}
          />
        </>
      ) : error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <LoadingRows rows={2} />
      )}
    </Section>
  )
}

function Entries({ entries, membership }: { entries: HistoryEntry[]; membership: Membership }) {
  const t = useText()
  const linesOf = useChangeLines(membership)
  if (entries.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("history.empty")}
      </Text>
    )
  }
  return (
    <ol className="divide-y">
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} lines={linesOf(entry)} zone={membership.time_zone} />
      ))}
    </ol>
  )
}

interface EarlierProps {
  count: number
  onShow: () => unknown
  isLoading: boolean
  isFailed: boolean
}

/** A list's next page, where there is one. */
export function Earlier({ count, onShow, isLoading, isFailed }: EarlierProps) {
  const t = useText()
  if (count <= 0) return null
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-6 py-3">
      <Button size="small" variant="secondary" onClick={() => void onShow()} isLoading={isLoading}>
        {t("history.more", { count })}
      </Button>
      {isFailed && (
        <Text size="small" role="alert" className="text-ui-fg-error">
          {t("history.moreFailed")}
        </Text>
      )}
    </div>
  )
}

export function actorText(
  { actor_type, actor_name }: Pick<HistoryEntry, "actor_type" | "actor_name">,
  t: Words
): string {
  if (actor_name === null) return t(`history.actor.${actor_type}`)
  return t(actor_type === "customer" ? "history.actor.customerNamed" : "history.actor.userNamed", {
    name: actor_name,
  })
}

interface EntryProps {
  entry: HistoryEntry
  /** What it changed, as sentences. */
  lines: string[]
  zone: string
}

function Entry({ entry, lines, zone }: EntryProps) {
  const t = useText()
  const format = useFormat()
  return (
    <li className="flex flex-col gap-y-1 px-6 py-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Text size="small" leading="compact" weight="plus">
          {t(`history.action.${known(entry.action)}`)}
        </Text>
        <Text size="small" leading="compact" className="text-ui-fg-subtle min-w-0 break-words">
          {t("history.by", { time: format.moment(entry.at, zone), actor: actorText(entry, t) })}
        </Text>
      </div>
      {lines.map((line) => (
        <Text key={line} size="small" className="text-ui-fg-base break-words text-pretty">
          {line}
        </Text>
      ))}
      {entry.reason && (
        <Text size="small" className="text-ui-fg-subtle whitespace-pre-line break-words text-pretty">
          {entry.reason}
        </Text>
      )}
    </li>
  )
}
