import { assertTimeZone } from "../zones"

describe("time zones", () => {
  it.each([
    // zone,             expected,           why
    ["Europe/Berlin", "Europe/Berlin", "an IANA name"],
    ["europe/berlin", "Europe/Berlin", "spelt as the database spells it"],
    ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires", "three parts"],
    ["UTC", "UTC", "a name without a region"],
    ["Etc/GMT+5", "Etc/GMT+5", "a sign inside a name"],
  ])("TIME-1: takes %s as %s: %s", (zone, expected) => {
    expect(assertTimeZone(zone)).toBe(expected)
  })

  it.each([
    ["", "nothing"],
    ["Europe/Atlantis", "an unknown place"],
    ["+01:00", "an offset has no DST"],
    ["2026-01-01T00:00Z[Europe/Berlin]", "a date that carries a zone"],
    [" Europe/Berlin", "a leading space"],
  ])("TIME-1: refuses %j: %s", (zone) => {
    expect(() => assertTimeZone(zone, "zone")).toThrow(
      expect.objectContaining({ code: "time_zone_invalid", details: { field: "zone", time_zone: zone } })
    )
  })
})
