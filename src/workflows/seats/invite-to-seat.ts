import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { Invited, InviteInput } from "../../modules/membership/types"

const inviteStep = createStep(
  "membership-invite-to-seat",
  async (input: InviteInput, { container }) =>
    new StepResponse(await container.resolve(MEMBERSHIP_MODULE).inviteToSeat(input))
)

interface SendInput {
  readonly invited: Invited
  readonly membership_id: string
}

/**
 * By the studio's provider of e-mails. Where it has none, or that fails, the invitation stands: whoever invites got
 * the token too, and is told that nothing was sent.
 */
const sendInvitationStep = createStep(
  "membership-send-invitation",
  async ({ invited, membership_id }: SendInput, { container }) => {
    const { id, email, expires_at, token } = invited
    const notice = {
      to: email,
      channel: "email",
      template: "membership-invitation",
      data: { token, expires_at, membership_id },
      resource_type: "membership_invitation",
      resource_id: id,
      trigger_type: "membership.invitation_created",
      idempotency_key: `membership-invitation:${id}`,
    }
    try {
      await container.resolve(Modules.NOTIFICATION).createNotifications(notice)
      return new StepResponse({ sent: true })
    } catch (error) {
      const { message } = error as Error
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(`An invitation was not sent by e-mail: ${message}`)
      return new StepResponse({ sent: false })
    }
  }
)

/** Asks somebody by e-mail to take an empty seat, in place of whoever was asked before (SEAT-1). */
export const inviteToSeatWorkflow = createWorkflow("membership-invite-to-seat", (input: InviteInput) => {
  const invited = inviteStep(input)
  const delivery = sendInvitationStep({ invited, membership_id: input.membership_id })
  const data = transform({ input, invited }, ({ input: { membership_id, seat_id }, invited: { id } }) => ({
    ...{ id, membership_id, seat_id },
  }))
  emitEventStep({ eventName: "membership.invitation_created", data })
  return new WorkflowResponse(
    transform({ invited, delivery }, (all) => ({ ...all.invited, ...all.delivery }))
  )
})
