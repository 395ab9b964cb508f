import { zodResolver } from "@hookform/resolvers/zod"
import { useRouteModal } from "@medusajs/dashboard/components"
import { InlineTip, toast } from "@medusajs/ui"
import { useMemo, useState } from "react"
import { useForm } from "react-hook-form"
import { z } from "zod"
import { FormDrawer } from "../../forms/form-drawer"
import { TextField } from "../../forms/text-fields"
import { showAtFields } from "../../forms/use-save"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { type Invited, useInvite } from "../queries/invitations"
import type { Membership, Seat } from "../types"
import { InvitationCode } from "./invitation-code"
import { useSeatNames } from "./seat-context"
import type { SeatDialogProps } from "./verb-drawer"

/** Asks somebody who is known by an e-mail address alone to take an empty seat (SEAT-1). */
export function InviteToSeat({ membership, seat }: SeatDialogProps) {
  const [invited, setInvited] = useState<Invited | null>(null)
  if (invited) return <InvitationCode invited={invited} zone={membership.time_zone} />
  return seat && <InviteForm membership={membership} seat={seat} onNotSent={setInvited} />
}

interface InviteFormProps {
  membership: Membership
  seat: Seat
  /** Whoever invites has to tell the code themselves. */
  onNotSent: (invited: Invited) => void
}

function InviteForm({ membership, seat, onNotSent }: InviteFormProps) {
  const t = useText()
  const errorText = useErrorText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useInvite(membership.id, seat.id)
  const form = useForm({
    defaultValues: { email: "" },
    resolver: zodResolver(
      useMemo(() => z.object({ email: z.email(t("people.members.form.emailWrong")) }), [t])
    ),
  })
  const invite = form.handleSubmit(async ({ email }) => {
    try {
      const invited = await mutateAsync(email.trim())
      if (invited.sent) {
        toast.success(t("seating.invite.sent", { email: invited.invitation.email }))
        handleSuccess()
      } else onNotSent(invited)
    } catch (error) {
      if (!showAtFields(form, error, errorText)) toast.error(errorText(error))
    }
  })
  return (
    <FormDrawer
      title={t("seating.invite.title")}
      description={useSeatNames(membership).seat(seat.id)}
      submitText={t("seating.invite.submit")}
      form={form}
      onSubmit={(event) => void invite(event)}
    >
      {seat.invitation && (
        <InlineTip label={t("seating.action.reinvite")}>
          {t("seating.invite.replaces", { email: seat.invitation.email })}
        </InlineTip>
      )}
      <TextField
        control={form.control}
        name="email"
        type="email"
        autoFocus
        label={t("seating.invite.email")}
        hint={t("seating.invite.hint")}
      />
    </FormDrawer>
  )
}
