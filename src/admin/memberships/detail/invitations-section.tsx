import { Trash } from "@medusajs/icons"
import { Text, toast, usePrompt } from "@medusajs/ui"
import { ActionMenu } from "../../parts/action-menu"
import { Section } from "../../parts/section"
import { useErrorText } from "../../text/use-error-text"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useRevokeInvitation } from "../queries/invitations"
import { useSeatOptions } from "../queries/seats"
import { localDay } from "../seats/local-day"
import { useSeatNames } from "../seats/seat-context"
import type { Membership, SeatInvitation } from "../types"

/** Who was asked by e-mail to take which seat and has not answered (SEAT-1); nothing where nobody was. */
export function InvitationsSection({ membership }: { membership: Membership }) {
  const t = useText()
  const { seat: nameOfSeat } = useSeatNames(membership)
  const open = membership.seats.flatMap(({ id, invitation }) =>
    invitation ? [{ seat: nameOfSeat(id), invitation }] : []
  )
  if (open.length === 0) return null
  return (
    <Section title={t("seating.invite.open")}>
      <ul className="divide-y">
        {open.map(({ seat, invitation }) => (
          <OpenInvitation key={invitation.id} {...{ membership, seat, invitation }} />
        ))}
      </ul>
    </Section>
  )
}

interface OpenInvitationProps {
  membership: Membership
  seat: string
  invitation: SeatInvitation
}

function OpenInvitation({ membership, seat, invitation }: OpenInvitationProps) {
  const t = useText()
  const format = useFormat()
  const { data: options } = useSeatOptions(membership.id)
  const takeBack = useTakeBack(membership.id, invitation)
  const { email, expires_at } = invitation
  const isOver = options !== undefined && localDay(expires_at, membership.time_zone) < options.today
  return (
    <li className="flex items-center justify-between gap-x-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus" className="break-words">
          {email}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          {t(isOver ? "seating.invite.expired" : "seating.invite.until", {
            ...{ seat, time: format.moment(expires_at, membership.time_zone) },
          })}
        </Text>
      </div>
      <ActionMenu
        label={t("seating.invite.menu", { email })}
        groups={[
          {
            actions: [
              { icon: <Trash />, label: t("seating.invite.takeBack"), onClick: () => void takeBack() },
            ],
          },
        ]}
      />
    </li>
  )
}

function useTakeBack(membership_id: string, { id, email }: SeatInvitation) {
  const t = useText()
  const prompt = usePrompt()
  const errorText = useErrorText()
  const { mutateAsync } = useRevokeInvitation(membership_id)
  return async () => {
    const isMeant = await prompt({
      title: t("seating.invite.takeBackTitle"),
      description: t("seating.invite.takeBackDetail", { email }),
      confirmText: t("seating.invite.takeBack"),
      cancelText: t("actions.cancel"),
    })
    if (!isMeant) return
    try {
      await mutateAsync(id)
      toast.success(t("seating.invite.takenBack", { email }))
    } catch (error) {
      toast.error(errorText(error))
    }
  }
}
