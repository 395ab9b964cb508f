import type { MedusaContainer } from "@medusajs/framework/types"
import { SYSTEM } from "../../domain/actor"
import type { CreateServiceInput } from "../../modules/membership/types"
import { createServiceWorkflow } from "../../workflows/services/create-service"
import { idOf, prices } from "./platform"

const SERVICES = [
  {
    ...{ name: "Yoga class", kind: "class", description: "An hour, for all levels." },
    cancellation_window_minutes: 120,
  },
  { name: "Dance class", kind: "class", description: "An hour and a half; children have their own." },
  {
    ...{ name: "Personal training", kind: "appointment", credit_cost: 3 },
    ...{ description: "An hour with a trainer.", cancellation_window_minutes: 1440 },
    missed_visit: { effect: "fine", fines: prices(25, 27) },
  },
  {
    ...{ name: "Climbing floor", kind: "facility", is_general_hours: true },
    description: "The whole hall during opening hours; nobody has to book.",
  },
  { name: "Sauna", kind: "facility", members_only: true, description: "For members only." },
  { name: "Bouldering competition", kind: "event", description: "Each autumn." },
] as const satisfies readonly Omit<CreateServiceInput, "actor">[]

export type DemoService = (typeof SERVICES)[number]["name"]

/** @returns ids by name */
export async function seedServices(container: MedusaContainer): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const service of SERVICES) {
    const make = async () =>
      (await createServiceWorkflow(container).run({ input: { ...service, actor: SYSTEM } })).result
    ids.set(service.name, await idOf(container, "membership_service", { name: service.name }, make))
  }
  return ids
}
