import type { Option } from "../forms/choice-fields"

/** New names that browsers still list by the old ones, and people look for. */
const RENAMED = [
  ...["Africa/Asmara", "America/Nuuk", "Asia/Ho_Chi_Minh", "Asia/Kathmandu", "Asia/Kolkata", "Asia/Yangon"],
  ...["Atlantic/Faroe", "Europe/Kyiv", "UTC"],
]

export const zoneName = (zone: string) => zone.replaceAll("_", " ")

/** Every zone that the browser knows by name, and the one that is set, which it may not list. */
export function zoneOptions(current: string): Option[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), ...RENAMED, ...(current ? [current] : [])])
  return [...zones].sort().map((value) => ({ value, label: zoneName(value) }))
}
