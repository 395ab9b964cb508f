import { ArrowRightOnRectangle, Buildings, SquareTwoStack } from "@medusajs/icons"
import { Badge, Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ActionMenu } from "../../../parts/action-menu"
import { Section } from "../../../parts/section"
import { useText } from "../../../text/use-text"
import { byRank, nameOf } from "../../names"
import type { HouseholdPerson, Member } from "../../types"
import { useLeave } from "./use-leave"

/** PEOPLE-2: with whom somebody lives, and who of them may act for the others. */
export function HouseholdSection({ member }: { member: Member }) {
  const t = useText()
  const { household } = member
  if (!household) return <NoHousehold />
  const others = household.members.filter(({ id }) => id !== member.id).sort(byRank)
  return (
    <Section title={t("people.household.title")} aside={<Actions member={member} household={household} />}>
      <div className="px-6 py-4">
        <Link
          to={`/memberships/households/${household.id}`}
          className="txt-compact-small-plus text-ui-tag-blue-text hover:underline break-words"
        >
          {household.name}
        </Link>
      </div>
      {others.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle px-6 py-4">
          {t("people.household.alone")}
        </Text>
      ) : (
        <ul className="divide-y">
          {others.map((person) => (
            <Person key={person.id} person={person} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function NoHousehold() {
  const t = useText()
  return (
    <Section
      title={t("people.household.title")}
      aside={
        <Button size="small" variant="secondary" asChild>
          <Link to="household">{t("people.household.join")}</Link>
        </Button>
      }
    >
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("people.household.none")}
      </Text>
    </Section>
  )
}

function Person({ person }: { person: HouseholdPerson }) {
  const t = useText()
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-4">
      <Link
        to={`/memberships/members/${person.id}`}
        className="txt-compact-small text-ui-tag-blue-text hover:underline min-w-0 break-words"
      >
        {nameOf(person)}
      </Link>
      {person.is_guardian && (
        <Badge size="2xsmall" className="shrink-0">
          {t("people.members.guardian")}
        </Badge>
      )}
    </li>
  )
}

interface ActionsProps {
  member: Member
  household: NonNullable<Member["household"]>
}

function Actions({ member, household }: ActionsProps) {
  const t = useText()
  const leave = useLeave(member, household)
  const open = `/memberships/households/${household.id}`
  return (
    <ActionMenu
      label={t("people.households.menu", { name: household.name })}
      groups={[
        {
          actions: [
            { icon: <Buildings />, label: t("people.household.open"), to: open },
            { icon: <SquareTwoStack />, label: t("people.household.moveTo"), to: "household" },
          ],
        },
        {
          actions: [
            {
              icon: <ArrowRightOnRectangle />,
              label: t("people.household.leave"),
              onClick: () => void leave(),
            },
          ],
        },
      ]}
    />
  )
}
