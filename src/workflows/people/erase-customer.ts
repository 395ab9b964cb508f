import { Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  when,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { SYSTEM } from "../../domain/actor"
import { DomainError } from "../../domain/errors"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { Erasure } from "../../modules/membership/types"
import { putIntoFeedStep } from "../steps/put-into-feed"
import { changesOf } from "./changes-of"
import { namedCustomers } from "./named-customers"

export interface EraseCustomerOf {
  readonly customer_id: string
  /** What would happen to somebody who is still there; else they have to be gone. */
  readonly preview: boolean
}

const NOTHING: Erasure = { memberships: [], effects: [] }

const eraseCustomerStep = createStep(
  "membership-erase-customer",
  async ({ customer_id, preview }: EraseCustomerOf, { container }) => {
    const [there] = await container
      .resolve(Modules.CUSTOMER)
      .listCustomers({ id: customer_id }, { select: ["id"] })
    if (preview && !there) {
      throw new DomainError("not_found", `There is no customer with the id ${customer_id}.`, {
        id: customer_id,
      })
    }
    if (!preview && there) return new StepResponse(NOTHING)
    const membership = container.resolve(MEMBERSHIP_MODULE)
    const heirs = await namedCustomers(container, await membership.payersBeside(customer_id))
    return new StepResponse(await membership.eraseCustomer({ customer_id, heirs, preview, actor: SYSTEM }))
  }
)

/**
 * What becomes of a customer's memberships once the platform has deleted them (BILL-11), which the platform does not
 * ask us about. Safe to run at any time, as often as it comes; staff are told once.
 */
export const eraseCustomerWorkflow = createWorkflow("membership-erase-customer", (input: EraseCustomerOf) => {
  const erasure = eraseCustomerStep(input)
  when({ input }, ({ input: { preview } }) => !preview).then(() => {
    const data = transform(erasure, (of: Erasure) => changesOf(of, "person_deleted"))
    emitEventStep({ eventName: "membership.changed", data })
    putIntoFeedStep(transform({ input, erasure }, noticesOf))
  })
  return new WorkflowResponse(erasure)
})

/** Without names: the feed keeps what it is told. */
function noticesOf({ input, erasure }: { input: EraseCustomerOf; erasure: Erasure }) {
  const { memberships, effects } = erasure
  if (memberships.length === 0 && effects.length === 0) return []
  const changed = memberships.map(
    ({ membership_display_id, effects: done }) =>
      `#${membership_display_id}: ${[...new Set(done.map(summaryOf))].join(", ")}`
  )
  const guardians = effects.some(({ code }) => code === "household_without_guardian")
    ? ["Their household has no guardian left: name one."]
    : []
  const description = [
    memberships.length ? `Memberships changed: ${changed.join("; ")}.` : "No membership had to change.",
    ...guardians,
  ].join(" ")
  return [
    {
      key: `membership-customer-deleted:${input.customer_id}`,
      title: "A customer with memberships was deleted",
      description,
      trigger_type: "customer.deleted",
      resource_type: "customer",
      resource_id: input.customer_id,
    },
  ]
}

type Done = Erasure["memberships"][number]["effects"][number]

const SUMMARIES: Partial<Record<Done["code"], string>> = {
  seat_ends: "seats end today",
  seat_emptied: "a seat is empty",
  seat_stays_paid: "an empty seat goes on being paid",
  payer_changes: "the purchaser pays again",
  purchaser_changes: "its payer takes it over",
  unused_part: "a paid part is not used",
}

const summaryOf = ({ code }: Done): string => SUMMARIES[code] ?? "dues change"
