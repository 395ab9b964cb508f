import { doubleTapped } from "../repeated-visit"
import { question, yoga } from "./fixtures"

const first = { id: "v1", at: "2027-01-10T11:00:00.000Z", service_id: "yoga", location_id: "berlin" }

describe("double taps", () => {
  it.each<[string, string | null, string, boolean, string]>([
    ["2027-01-10T11:00:00.000Z", "yoga", "berlin", true, "at the same instant"],
    ["2027-01-10T11:00:59.999Z", "yoga", "berlin", true, "within the minute"],
    ["2027-01-10T11:01:00.000Z", "yoga", "berlin", false, "a minute later"],
    ["2027-01-10T10:59:59.000Z", "yoga", "berlin", false, "before it"],
    ["2027-01-10T11:00:30.000Z", "dance", "berlin", false, "to another service"],
    ["2027-01-10T11:00:30.000Z", null, "berlin", false, "to nothing in particular"],
    ["2027-01-10T11:00:30.000Z", "yoga", "oslo", false, "at another location"],
  ])("ACCESS-4: at %s to %s in %s is the same visit: %s, %s", (at, service_id, location_id, expected) => {
    const service = service_id === null ? null : yoga({ id: service_id })
    const { location } = question()
    const asked = { at, service, location: { ...location, id: location_id } }
    expect(doubleTapped([first], asked)).toEqual(expected ? first : null)
  })
})
