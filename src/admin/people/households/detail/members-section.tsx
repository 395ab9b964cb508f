import { Button } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { Section } from "../../../parts/section"
import { useText } from "../../../text/use-text"
import { byRank } from "../../names"
import type { Household } from "../../types"
import { MemberLine } from "./member-line"

/** PEOPLE-2: who lives here, and who of them acts for the others. Birth dates have no place here (PEOPLE-6). */
export function MembersSection({ household }: { household: Household }) {
  const t = useText()
  return (
    <Section title={t("people.households.membersTitle")} aside={<Add />}>
      <ul className="divide-y">
        {[...household.members].sort(byRank).map((member) => (
          <MemberLine key={member.id} household={household} member={member} />
        ))}
      </ul>
    </Section>
  )
}

function Add() {
  const t = useText()
  return (
    <div className="flex flex-wrap justify-end gap-2">
      <Button size="small" variant="secondary" asChild>
        <Link to="add">{t("people.households.add.action")}</Link>
      </Button>
      <Button size="small" variant="secondary" asChild>
        <Link to="person">{t("people.households.dependent.action")}</Link>
      </Button>
    </div>
  )
}
