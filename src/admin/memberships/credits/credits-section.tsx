import "./words"
import { ArrowRightMini, ArrowsReduceDiagonal, PencilSquare, Plus, QueueList } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import { ActionMenu } from "../../parts/action-menu"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { Section } from "../../parts/section"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { type CreditBalance, type Credits, useCredits } from "../queries/credits"
import type { Membership } from "../types"
import { useCreditNames } from "./credit-names"
import { isOpen, sameScope } from "./open-grants"

/** How many credits are left, of what and until when; each with what staff can do about it. */
export function CreditsSection({ membership }: { membership: Membership }) {
  const t = useText()
  const { data: credits, error, refetch } = useCredits(membership.id)
  return (
    <Section
      title={t("credits.title")}
      aside={credits && <CreditsMenu credits={credits} isVoid={membership.status === "void"} />}
    >
      {credits ? (
        <Balances credits={credits} membership={membership} />
      ) : error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <LoadingRows rows={1} />
      )}
    </Section>
  )
}

function CreditsMenu({
  credits: { balances, exchanges, transferable },
  isVoid,
}: {
  credits: Credits
  isVoid: boolean
}) {
  const t = useText()
  const has_some = balances.some(({ usable }) => usable > 0)
  const changes = isVoid
    ? []
    : [
        { icon: <Plus />, label: t("credits.action.give"), to: "credits/give" },
        ...(transferable && has_some
          ? [{ icon: <ArrowRightMini />, label: t("credits.action.transfer"), to: "credits/transfer" }]
          : []),
        ...(exchanges.length && has_some
          ? [{ icon: <ArrowsReduceDiagonal />, label: t("credits.action.exchange"), to: "credits/exchange" }]
          : []),
      ]
  const ledger = [{ icon: <QueueList />, label: t("credits.action.ledger"), to: "credits/ledger" }]
  return (
    <ActionMenu
      label={t("credits.menu")}
      groups={[...(changes.length ? [{ actions: changes }] : []), { actions: ledger }]}
    />
  )
}

function Balances({ credits, membership }: { credits: Credits; membership: Membership }) {
  const t = useText()
  const format = useFormat()
  const { balances, next } = credits
  return (
    <>
      {balances.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("credits.empty")}
        </Text>
      ) : (
        <ul className="divide-y">
          {balances.map((balance) => (
            <Balance
              key={`${balance.seat_id} ${balance.service_ids?.join()}`}
              {...{ balance, credits, membership }}
            />
          ))}
        </ul>
      )}
      {next && (
        <Text size="small" className="text-ui-fg-subtle text-pretty px-6 py-3">
          {t("credits.next", { date: format.day(next.on), credits: next.credits })}
        </Text>
      )}
    </>
  )
}

interface BalanceProps {
  balance: CreditBalance
  credits: Credits
  membership: Membership
}

function Balance({ balance, credits, membership }: BalanceProps) {
  const t = useText()
  const format = useFormat()
  const names = useCreditNames(membership)
  const { usable, given, reserved, coming, expires_on } = balance
  const details = [
    ...(reserved ? [t("credits.reserved", { count: reserved })] : []),
    ...(coming ? [t("credits.coming", { count: coming })] : []),
    ...(usable
      ? [expires_on ? t("credits.until", { date: format.lastDay(expires_on) }) : t("credits.noEnd")]
      : []),
  ]
  const grants =
    membership.status === "void"
      ? []
      : credits.grants.filter((grant) => sameScope(grant, balance) && isOpen(grant))
  const labelOf = (expires: string | null) => {
    if (grants.length === 1) return t("credits.action.adjust")
    return expires
      ? t("credits.action.adjustUntil", { date: format.lastDay(expires) })
      : t("credits.action.adjustNoEnd")
  }
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {names.scope(balance)}
        </Text>
        {details.length > 0 && (
          <Text size="small" leading="compact" className="text-ui-fg-subtle text-pretty">
            {details.join(" · ")}
          </Text>
        )}
      </div>
      <div className="flex shrink-0 items-center gap-x-3">
        <Text size="small" leading="compact" className="whitespace-nowrap tabular-nums">
          {given ? t("credits.left", { usable, given }) : t("credits.none")}
        </Text>
        {grants.length > 0 && (
          <ActionMenu
            label={t("credits.menuOf", { scope: names.scope(balance) })}
            groups={[
              {
                actions: grants.map(({ id, expires_on: expires }) => ({
                  ...{ icon: <PencilSquare />, label: labelOf(expires), to: `credits/adjust?grant=${id}` },
                })),
              },
            ]}
          />
        )}
      </div>
    </li>
  )
}
