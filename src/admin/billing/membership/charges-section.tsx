import "../words"
import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Section } from "../../parts/section"
import { ChargeStatusBadge } from "../charge-status"
import { amountText, periodText } from "../charge-text"
import { chargePath } from "../list/use-charge-columns"
import { soonText } from "../soon"
import type { Charge } from "../types"
import { useWords } from "../use-words"

interface ChargesSectionProps {
  charges: Charge[]
  membership_id: string
}

/** The last charges of a membership that renews, each a way to its page. */
export function ChargesSection({ charges, membership_id }: ChargesSectionProps) {
  const { t } = useWords()
  return (
    <Section
      title={t("billing.ofMembership.title")}
      aside={charges.length > 0 && <All membership_id={membership_id} />}
    >
      {charges.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle text-pretty px-6 py-4">
          {t("billing.ofMembership.empty")}
        </Text>
      ) : (
        <ul className="divide-y">
          {charges.map((charge) => (
            <ChargeItem key={charge.id} charge={charge} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function All({ membership_id }: { membership_id: string }) {
  const { t } = useWords()
  return (
    <Link
      to={`/memberships/billing?view=all&membership_id=${membership_id}`}
      className="txt-compact-small text-ui-tag-blue-text focus-visible:shadow-borders-focus shrink-0 rounded-sm outline-none hover:underline"
    >
      {t("billing.ofMembership.all")}
    </Link>
  )
}

function ChargeItem({ charge }: { charge: Charge }) {
  const words = useWords()
  const soon = soonText(charge, false, words)
  return (
    <li>
      <Link
        to={chargePath(charge.id)}
        className="focus-visible:shadow-borders-focus hover:bg-ui-bg-base-hover flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-3 outline-none"
      >
        <span className="flex min-w-0 flex-col gap-y-0.5">
          <Text as="span" size="small" leading="compact" weight="plus">
            {periodText(charge, words)}
          </Text>
          <Text
            as="span"
            size="xsmall"
            leading="compact"
            className="text-ui-fg-subtle break-words tabular-nums"
          >
            {[amountText(charge, words), ...(soon === words.t("none") ? [] : [soon])].join(" · ")}
          </Text>
        </span>
        <ChargeStatusBadge status={charge.status} />
      </Link>
    </li>
  )
}
