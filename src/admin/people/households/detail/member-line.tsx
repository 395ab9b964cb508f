import { ShieldCheck, Trash, User } from "@medusajs/icons"
import { Badge, InlineTip, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ActionMenu } from "../../../parts/action-menu"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import type { Household } from "../../types"
import { useMemberChanges } from "./use-member-changes"

interface MemberLineProps {
  household: Household
  member: Household["members"][number]
}

export function MemberLine({ household, member }: MemberLineProps) {
  const t = useText()
  const { refusal, remove, makeGuardian, unmakeGuardian } = useMemberChanges(household, member)
  const name = nameOf(member)
  const change = member.is_guardian
    ? { icon: <User />, label: t("people.households.guardian.unmake"), onClick: () => void unmakeGuardian() }
    : {
        icon: <ShieldCheck />,
        label: t("people.households.guardian.make"),
        onClick: () => void makeGuardian(),
      }
  return (
    <li className="flex flex-col gap-y-3 px-6 py-4" aria-label={name}>
      <div className="flex items-center justify-between gap-x-4">
        <div className="grid min-w-0 flex-1 grid-cols-1 items-center gap-x-4 gap-y-1 md:grid-cols-2">
          <Who member={member} name={name} />
          <QualifiesFor member={member} />
        </div>
        <ActionMenu
          label={t("people.households.menu", { name })}
          groups={[
            { actions: [change] },
            {
              actions: [
                {
                  icon: <Trash />,
                  label: t("people.households.remove.action"),
                  onClick: () => void remove(),
                },
              ],
            },
          ]}
        />
      </div>
      <div role="alert" className="empty:hidden">
        {refusal && (
          <InlineTip variant="error" label={name}>
            {refusal}
          </InlineTip>
        )}
      </div>
    </li>
  )
}

function Who({ member, name }: { member: MemberLineProps["member"]; name: string }) {
  const t = useText()
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <Link
        to={`/memberships/members/${member.id}`}
        className="txt-compact-small-plus text-ui-tag-blue-text hover:underline min-w-0 break-words"
      >
        {name}
      </Link>
      {member.is_guardian && <Badge size="2xsmall">{t("people.members.guardian")}</Badge>}
    </div>
  )
}

/** In the place of an age: what somebody can sit on today. */
function QualifiesFor({ member: { qualifies_for = [] } }: { member: MemberLineProps["member"] }) {
  const t = useText()
  const names = qualifies_for.map(({ name }) => name).join(", ")
  return (
    <Text
      size="small"
      leading="compact"
      title={names}
      className="text-ui-fg-subtle line-clamp-3 min-w-0 break-words"
    >
      {t("people.households.qualifiesFor")}: {names || t("people.households.noClassification")}
    </Text>
  )
}
