import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useText } from "../../text/use-text"
import { Banner } from "./banner"
import type { DeskMember, Option, Place, Reason } from "./types"
import { useReasonText } from "./use-reason-text"

interface VerdictProps {
  member: DeskMember
  /** null: there is no membership. */
  option: Option | null
  /** Empty lets in. */
  reasons: readonly Reason[]
  place: Place
}

/** ACCESS-7: the answer in green or red, with the reason, and what to do about it. */
export function Verdict({ member, option, reasons, place }: VerdictProps) {
  const t = useText()
  const { sentence, nextStep } = useReasonText(place.time_zone)
  const [first, ...others] = reasons
  return (
    <>
      <Banner
        kind={first ? "bad" : "good"}
        title={first ? t("frontDesk.desk.denied") : t("frontDesk.desk.allowed")}
      >
        {first && <Text className="break-words">{sentence(first)}</Text>}
        {!first && option && <Cost option={option} />}
      </Banner>
      {first && <Step text={nextStep(first)} to={placeOfStep(first, { member, option })} />}
      {others.length > 0 && (
        <div className="flex flex-col gap-y-1">
          <Text size="small" weight="plus">
            {t("frontDesk.desk.alsoTitle")}
          </Text>
          <ul className="list-disc ps-5">
            {others.map((reason) => (
              <li key={reason.code} className="txt-small text-ui-fg-subtle break-words">
                {sentence(reason)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {option && <Membership option={option} />}
    </>
  )
}

function Cost({ option: { pays_with, cost, credits_left, starts_term } }: { option: Option }) {
  const t = useText()
  return (
    <>
      <Text className="break-words">
        {pays_with === "credits"
          ? t("frontDesk.desk.cost", { count: cost, left: credits_left ?? 0 })
          : t("frontDesk.desk.unlimited")}
      </Text>
      {starts_term && <Text>{t("frontDesk.desk.startsTerm")}</Text>}
    </>
  )
}

function Membership({ option: { membership_id, plan_name, display_id, seat_label } }: { option: Option }) {
  const t = useText()
  const values = { plan: plan_name, number: display_id }
  return (
    <Link
      to={`/memberships/${membership_id}`}
      className="txt-small text-ui-fg-subtle self-start break-words hover:underline"
    >
      {/* Where a plan has one seat, that is often called as the plan is. */}
      {seat_label && seat_label !== plan_name
        ? t("frontDesk.desk.withSeat", { ...values, seat: seat_label })
        : t("frontDesk.desk.membership", values)}
    </Link>
  )
}

function Step({ text, to }: { text: string | null; to: string | null }) {
  if (text === null) return null
  if (to === null)
    return (
      <Text weight="plus" className="break-words">
        {text}
      </Text>
    )
  return (
    <Link to={to} className="txt-medium-plus text-ui-tag-blue-text self-start break-words hover:underline">
      {text}
    </Link>
  )
}

/** Where staff do it; null where it is nothing to do in the admin. */
function placeOfStep(
  { next_step }: Reason,
  { member, option }: { member: DeskMember; option: Option | null }
): string | null {
  switch (next_step) {
    case "sell_membership":
      return "/memberships/sell"
    case "record_proof":
      return `/memberships/members/${member.id}/proof`
    case "record_date_of_birth":
      return `/memberships/members/${member.id}/edit`
    case "record_payment":
    case "end_hold":
    case "assign_seat":
    case "move_seat":
    case "buy_credits":
      return option && `/memberships/${option.membership_id}`
    default:
      return null
  }
}
