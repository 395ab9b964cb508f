import { answerOf, createAdmin, type Headers, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const PATH = "/admin/membership-locations"
const CLOCK = "/admin/studio-clock"

// The runner reads medusa-config.ts before it applies its `env`.
Object.assign(process.env, { STUDIO_CLOCK: "adjustable", STUDIO_TIME_ZONE: "Europe/Berlin" })

studioTests({
  testSuite: ({ api, getContainer }) => {
    let admin: Headers
    beforeAll(async () => {
      admin = await createAdmin(getContainer())
    })

    const post = async (path: string, body: Json) => answerOf(api.post(path, body, admin))
    const get = async (path: string): Promise<Json> => (await api.get(path, admin)).data
    const branch = async (name: string): Promise<string> =>
      (await post("/admin/stock-locations", { name })).data.stock_location.id
    const located = async (body: Json): Promise<Json> => (await post(PATH, body)).data.membership_location
    const membership = () => getContainer().resolve("membership")

    describe("locations", () => {
      it("TIME-1: a branch gets a zone; without one the default's counts, and before that the option's", async () => {
        expect(await membership().zoneOf(null)).toBe("Europe/Berlin")
        const [tokyo, kolkata] = [await branch("Tokyo"), await branch("Kolkata")]
        const first = await located({ stock_location_id: tokyo, time_zone: "asia/tokyo" })
        expect(first).toMatchObject({
          time_zone: "Asia/Tokyo",
          is_default: true,
          stock_location: { name: "Tokyo" },
        })
        await located({ stock_location_id: kolkata, time_zone: "Asia/Kolkata" })
        expect(await membership().zoneOf(kolkata)).toBe("Asia/Kolkata")
        expect(await membership().zoneOf(null)).toBe("Asia/Tokyo")
        expect(await membership().zoneOf("sloc_none")).toBe("Asia/Tokyo")
      })

      it("one location is the default: setting another unsets the former, and it stays while there are others", async () => {
        const [tokyo, kolkata] = [await branch("Tokyo"), await branch("Kolkata")]
        const first = await located({ stock_location_id: tokyo, time_zone: "Asia/Tokyo" })
        const second = await located({
          stock_location_id: kolkata,
          time_zone: "Asia/Kolkata",
          is_default: true,
        })
        const { membership_locations } = await get(`${PATH}?fields=id,is_default&order=id`)
        expect(membership_locations).toEqual([
          { id: first.id, is_default: false },
          { id: second.id, is_default: true },
        ])
        expect((await post(`${PATH}/${second.id}`, { is_default: false })).data.code).toBe("conflict")
        expect((await answerOf(api.delete(`${PATH}/${second.id}`, admin))).data.code).toBe("conflict")
        await post(`${PATH}/${first.id}`, { is_default: true })
        await api.delete(`${PATH}/${second.id}`, admin)
        expect((await membership().defaultLocation())?.id).toBe(first.id)
        await api.delete(`${PATH}/${first.id}`, admin)
        expect(await membership().defaultLocation()).toBeNull()
      })

      it("the same stock location is set again, not twice, and must exist", async () => {
        const stock_location_id = await branch("Tokyo")
        const first = await located({ stock_location_id, time_zone: "Asia/Tokyo" })
        const opening_hours = [{ weekdays: [1, 2], opens: "06:00", closes: "24:00" }]
        const again = await located({ stock_location_id, time_zone: "Asia/Seoul", opening_hours })
        expect(again).toMatchObject({
          id: first.id,
          time_zone: "Asia/Seoul",
          opening_hours,
          is_default: true,
        })
        const { status, data } = await post(PATH, { stock_location_id: "sloc_none", time_zone: "UTC" })
        expect({ status, field: data.details.field }).toEqual({ status: 404, field: "stock_location_id" })
      })

      it("SAFE-1: unknown zones and impossible opening hours are refused by name", async () => {
        const stock_location_id = await branch("Tokyo")
        const zone = await post(PATH, { stock_location_id, time_zone: "Mars/Base" })
        expect({ code: zone.data.code, field: zone.data.details.field }).toEqual({
          code: "time_zone_invalid",
          field: "time_zone",
        })
        const opening_hours = [{ weekdays: [1], opens: "12:00", closes: "06:00" }]
        const hours = await post(PATH, { stock_location_id, time_zone: "Asia/Tokyo", opening_hours })
        expect({ status: hours.status, code: hours.data.code, field: hours.data.details.field }).toEqual({
          status: 400,
          code: "opening_hours_invalid",
          field: "opening_hours.0.closes",
        })
      })
    })

    describe("the studio's clock", () => {
      it("TIME-5: is frozen, advanced in the studio's calendar, and released", async () => {
        expect((await get(CLOCK)).studio_clock).toMatchObject({ frozen: false, time_zone: "Europe/Berlin" })
        const frozen = await post(CLOCK, { now: "2027-01-31T12:00:00+01:00", run: false })
        expect(frozen.data).toEqual({
          studio_clock: { now: "2027-01-31T11:00:00.000Z", frozen: true, time_zone: "Europe/Berlin" },
          run: null,
        })
        expect((await post(CLOCK, { advance: "P1M", run: false })).data.studio_clock.now).toBe(
          "2027-02-28T11:00:00.000Z"
        )
        // Over the change to summer time the wall clock stays.
        expect((await post(CLOCK, { advance: "P1M", run: false })).data.studio_clock.now).toBe(
          "2027-03-28T10:00:00.000Z"
        )
        expect((await post(CLOCK, { release: true })).data.studio_clock.frozen).toBe(false)
      })

      it("TIME-5: what is written and checked takes its time from it", async () => {
        await post(CLOCK, { now: "2030-06-01T22:30:00Z", run: false })
        // In Berlin it is 2 June already.
        const born = { first_name: "New", date_of_birth: "2030-06-02" }
        expect((await post("/admin/members", born)).status).toBe(200)
        expect((await post("/admin/members", { ...born, date_of_birth: "2030-06-03" })).status).toBe(400)
        const { membership_audit_entries: entries } = await get(
          "/admin/membership-audit-entries?action=create-member"
        )
        expect(entries[0].at).toBe("2030-06-01T22:30:00.000Z")
      })

      it("SAFE-1: refuses what is no instant, no duration, or both at once; SAFE-2: notes who moved it", async () => {
        expect((await post(CLOCK, { now: "tomorrow" })).data.code).toBe("date_invalid")
        expect((await post(CLOCK, { advance: "-P1D" })).data.code).toBe("interval_invalid")
        expect((await post(CLOCK, { advance: "P1D", release: true })).status).toBe(400)
        await post(CLOCK, { now: "2027-01-31T12:00:00Z", run: false })
        const { membership_audit_entries: entries } = await get(
          "/admin/membership-audit-entries?action=adjust-clock"
        )
        expect(entries).toEqual([expect.objectContaining({ actor_type: "user", subject_id: "studio" })])
      })
    })
  },
})
