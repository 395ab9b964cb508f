import { RouteDrawer } from "@medusajs/dashboard/components"
import { Heading, Text } from "@medusajs/ui"
import { DrawerHead } from "../../parts/heads"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { actorText, Earlier } from "../detail/history-section"
import { type CreditEntry, useLedger } from "../queries/credits"
import type { Membership } from "../types"
import type { CreditDialogProps } from "./credit-drawer"
import { useCreditNames } from "./credit-names"

/** Every entry with who and why, the newest first (CREDIT-1). */
export function CreditLedger({ membership, credits: { grants } }: CreditDialogProps) {
  const t = useText()
  const names = useCreditNames(membership)
  const { data, error, refetch, fetchNextPage, isFetchingNextPage, isFetchNextPageError } = useLedger(
    membership.id
  )
  const entries = data?.pages.flatMap((page) => page.entries)
  const scopes = new Map(grants.map((grant) => [grant.id, names.scope(grant)]))
  return (
    <>
      <DrawerHead>
        <RouteDrawer.Title asChild>
          <Heading>{t("credits.ledger.title")}</Heading>
        </RouteDrawer.Title>
        <RouteDrawer.Description className="text-ui-fg-subtle txt-small">
          {t("credits.ledger.detail")}
        </RouteDrawer.Description>
      </DrawerHead>
      <RouteDrawer.Body className="overflow-y-auto p-0">
        {entries?.length === 0 && (
          <Text size="small" className="text-ui-fg-subtle px-6 py-4">
            {t("credits.ledger.empty")}
          </Text>
        )}
        {entries ? (
          <ol className="divide-y">
            {entries.map((entry) => (
              <Entry
                key={entry.id}
                entry={entry}
                scope={scopes.get(entry.grant_id) ?? ""}
                membership={membership}
              />
            ))}
          </ol>
        ) : error ? (
          <LoadError error={error} onRetry={refetch} />
        ) : (
          <LoadingRows rows={4} />
        )}
        <Earlier
          count={(data?.pages.at(-1)?.count ?? 0) - (entries?.length ?? 0)}
          onShow={fetchNextPage}
          isLoading={isFetchingNextPage}
          isFailed={isFetchNextPageError}
        />
      </RouteDrawer.Body>
    </>
  )
}

interface EntryProps {
  entry: CreditEntry
  scope: string
  membership: Membership
}

function Entry({ entry, scope, membership: { time_zone, currency_code } }: EntryProps) {
  const t = useText()
  const format = useFormat()
  const { available, reserved, available_value, reserved_value } = entry
  const change = available || reserved
  const value = Math.abs(available_value || reserved_value)
  const worth = value ? [t("credits.ledger.worth", { amount: format.money(value, currency_code) })] : []
  return (
    <li className="flex flex-col gap-y-1 px-6 py-4">
      <div className="flex items-baseline justify-between gap-x-4">
        <Text size="small" leading="compact" weight="plus">
          {t(`credits.kind.${entry.kind}`)}
        </Text>
        <Text size="small" leading="compact" className="whitespace-nowrap tabular-nums">
          {change < 0 ? `−${-change}` : `+${change}`}
        </Text>
      </div>
      <Text size="small" className="text-ui-fg-subtle break-words text-pretty">
        {[scope, ...worth].join(" · ")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle break-words text-pretty">
        {t("history.by", { time: format.moment(entry.at, time_zone), actor: actorText(entry, t) })}
      </Text>
      {entry.reason && (
        <Text size="small" className="whitespace-pre-line break-words text-pretty">
          {entry.reason}
        </Text>
      )}
    </li>
  )
}
