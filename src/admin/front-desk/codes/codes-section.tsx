import "../words"
import { XCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ActionMenu } from "../../parts/action-menu"
import { Section } from "../../parts/section"
import { nameOf } from "../../people/names"
import type { AccessCode, Member } from "../../people/types"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useConfirmed } from "../use-confirmed"
import { useRevokeCode } from "./codes"

/** ACCESS-7: what a member shows at the front desk. */
export function CodesSection({ member }: { member: Member }) {
  const t = useText()
  const cards = member.access_codes.filter(({ kind }) => kind === "card")
  return (
    <Section
      title={t("frontDesk.codes.title")}
      aside={
        <div className="flex gap-x-2">
          <Button size="small" variant="secondary" asChild>
            <Link to="code">{t("frontDesk.codes.showCode")}</Link>
          </Button>
          <Button size="small" variant="secondary" asChild>
            <Link to="card">{t("frontDesk.codes.addCard")}</Link>
          </Button>
        </div>
      }
    >
      {cards.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("frontDesk.codes.empty")}
        </Text>
      ) : (
        <ul className="divide-y">
          {cards.map((card) => (
            <Card key={card.id} card={card} member={member} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function Card({ card, member }: { card: AccessCode; member: Member }) {
  const t = useText()
  const format = useFormat()
  const confirmed = useConfirmed()
  const { mutateAsync } = useRevokeCode(member.id)
  const name = card.label ?? t("frontDesk.codes.card")
  const revoke = async () =>
    confirmed({
      title: t("frontDesk.codes.revokeTitle"),
      description: t("frontDesk.codes.revokeDetail", { name, member: nameOf(member) }),
      confirmText: t("frontDesk.codes.revoke"),
      act: async () => mutateAsync(card.id),
      done: t("frontDesk.codes.revoked", { name }),
    })
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {t("frontDesk.codes.since", { date: format.dayOf(card.created_at) })}
        </Text>
      </div>
      <ActionMenu
        label={t("frontDesk.codes.menu", { name })}
        groups={[
          {
            actions: [
              { icon: <XCircle />, label: t("frontDesk.codes.revoke"), onClick: () => void revoke() },
            ],
          },
        ]}
      />
    </li>
  )
}
