import { SectionRow } from "@medusajs/dashboard/components"
import { ArrowsReduceDiagonal, PencilSquare, Trash } from "@medusajs/icons"
import { Avatar, Badge, Container, Heading } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { ActionMenu } from "../../../parts/action-menu"
import { useText } from "../../../text/use-text"
import { customerName, nameOf } from "../../names"
import type { Member } from "../../types"
import { DateOfBirthRow } from "./date-of-birth-row"
import { DeletePrompt } from "./delete-prompt"

export function SummarySection({ member }: { member: Member }) {
  const t = useText()
  const name = nameOf(member)
  const { email, phone, notes, age } = member
  return (
    <Container className="divide-y p-0">
      <div className="flex items-start justify-between gap-x-4 px-6 py-4">
        <div className="flex min-w-0 items-center gap-x-4">
          <Avatar
            size="large"
            src={member.photo_url ?? undefined}
            fallback={member.first_name.slice(0, 1)}
            aria-hidden
          />
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
            <Heading className="min-w-0 break-words">{name}</Heading>
            {member.is_guardian && <Badge size="2xsmall">{t("people.members.guardian")}</Badge>}
          </div>
        </div>
        <Actions member={member} />
      </div>
      <SectionRow title={t("people.members.form.email")} value={email ?? t("none")} />
      <SectionRow title={t("people.members.form.phone")} value={phone ?? t("none")} />
      <SectionRow title={t("people.members.customer")} value={<Customer member={member} />} />
      <SectionRow
        title={t("people.members.detail.age")}
        value={
          age === null
            ? t("people.members.detail.ageUnknown")
            : t("people.members.detail.years", { count: age })
        }
      />
      {age !== null && <DateOfBirthRow id={member.id} />}
      {notes && <SectionRow title={t("people.members.form.notes")} value={notes} />}
    </Container>
  )
}

function Customer({ member: { customer, customer_id } }: { member: Member }) {
  const t = useText()
  if (customer_id === null) return <span>{t("people.members.isNoCustomer")}</span>
  return (
    <Link
      to={`/customers/${customer_id}`}
      className="text-ui-tag-blue-text hover:underline min-w-0 break-words"
    >
      {customer ? customerName(customer) : t("people.members.detail.openCustomer")}
    </Link>
  )
}

function Actions({ member }: { member: Member }) {
  const t = useText()
  const [isDeleting, setDeleting] = useState(false)
  return (
    <>
      <ActionMenu
        groups={[
          {
            actions: [
              { icon: <PencilSquare />, label: t("actions.edit"), to: "edit" },
              { icon: <ArrowsReduceDiagonal />, label: t("people.members.merge"), to: "merge" },
            ],
          },
          { actions: [{ icon: <Trash />, label: t("actions.delete"), onClick: () => setDeleting(true) }] },
        ]}
      />
      {isDeleting && <DeletePrompt member={member} onClose={() => setDeleting(false)} />}
    </>
  )
}
