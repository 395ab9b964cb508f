import type { Option } from "../../forms/choice-fields"
import type { StudioService } from "../../platform/studio"

/** What a plan can come to name: active services, and those that it names already; an id without a service is its own name. */
export function serviceOptions(services: readonly StudioService[], named: readonly string[]): Option[] {
  const offered = services.filter(({ id, status }) => status === "active" || named.includes(id))
  const unknown = named.filter((id) => id !== "" && !services.some((service) => service.id === id))
  return [
    ...offered.map(({ id, name }) => ({ value: id, label: name })),
    ...[...new Set(unknown)].map((id) => ({ value: id, label: id })),
  ]
}

export const facilitiesOf = (services: readonly StudioService[]): StudioService[] =>
  services.filter(({ kind }) => kind === "facility")
