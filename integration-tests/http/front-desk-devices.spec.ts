import { routes } from "../../src/api/routes"
import { answerOf, createShop, type Headers, type Json, type Shop, signUp } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const PATH = "/admin/front-desk-devices"
const WHO = "/front-desk/device"

studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let admin: Headers
    let location_id: string
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
      admin = shop.admin
      location_id = (await api.post("/admin/stock-locations", { name: "North" }, admin)).data.stock_location
        .id
      const zone = { stock_location_id: location_id, time_zone: "America/New_York" }
      await api.post("/admin/membership-locations", zone, admin)
    })

    const post = (path: string, body: Json = {}) => answerOf(api.post(path, body, admin))
    const add = async (name = "Tablet"): Promise<Json> => (await post(PATH, { name, location_id })).data
    const bearer = (token: string): Headers => ({ headers: { authorization: `Bearer ${token}` } })
    const ask = (token: string) => answerOf(api.get(WHO, bearer(token)))
    const refused = async (token: string) => {
      const { status, data } = await ask(token)
      return [status, data.type, data.code]
    }
    const UNAUTHORIZED = [401, "unauthorized", "unauthorized"]

    it("ACCESS-7: a device gets its token once, and says where it stands", async () => {
      const { front_desk_device, token } = await add("Till")
      expect(token).toMatch(/^mfd_/)
      expect(front_desk_device).toMatchObject({
        ...{ name: "Till", location_id, location_name: "North", revoked_at: null, last_seen_at: null },
      })
      expect((await ask(token)).data).toEqual({
        front_desk_device: {
          ...{ id: front_desk_device.id, name: "Till", location_id, location_name: "North" },
          time_zone: "America/New_York",
        },
      })
      const one = await api.get(`${PATH}/${front_desk_device.id}`, admin)
      const list = await api.get(`${PATH}?q=till`, admin)
      expect(list.data).toMatchObject({ count: 1, front_desk_devices: [{ location_name: "North" }] })
      for (const { data } of [one, list]) expect(JSON.stringify(data)).not.toContain("mfd_")
    })

    it("ACCESS-7: a browser page of an origin of the admin's may call with a device's token, another may not", async () => {
      const origin_of_admin = getContainer().resolve("configModule").projectConfig.http.adminCors
      const asked = {
        "access-control-request-method": "GET",
        "access-control-request-headers": "authorization",
      }
      const preflight = (origin: string) =>
        answerOf(api.request({ method: "OPTIONS", url: WHO, headers: { origin, ...asked } }))
      const mine = await preflight(origin_of_admin)
      expect([mine.status, mine.headers]).toMatchObject([
        204,
        {
          "access-control-allow-origin": origin_of_admin,
          "access-control-allow-headers": "authorization",
          "access-control-allow-credentials": "true",
        },
      ])
      const { token } = await add("Kiosk")
      const call = (origin: string, of = token) =>
        answerOf(api.get(WHO, { headers: { origin, ...bearer(of).headers } }))
      const allowed = async (answer: ReturnType<typeof call>) => {
        const { status, headers } = await answer
        return [status, headers["access-control-allow-origin"]]
      }
      expect(await allowed(call(origin_of_admin))).toEqual([200, origin_of_admin])
      // A page that may call can read why it is refused, too.
      expect(await allowed(call(origin_of_admin, "mfd_none"))).toEqual([401, origin_of_admin])
      const stranger = "https://elsewhere.example"
      expect(await allowed(preflight(stranger))).toEqual([204, undefined])
      expect(await allowed(call(stranger))).toEqual([200, undefined])
    })

    it("TIME-5: it is noted when a device was last seen, to the minute", async () => {
      const { front_desk_device, token } = await add("Seen")
      const seen = async (now: string) => {
        await post("/admin/studio-clock", { now, run: false })
        await ask(token)
        return (await api.get(`${PATH}/${front_desk_device.id}`, admin)).data.front_desk_device.last_seen_at
      }
      expect(await seen("2027-01-01T10:00:00.000Z")).toBe("2027-01-01T10:00:00.000Z")
      expect(await seen("2027-01-01T10:00:59.000Z")).toBe("2027-01-01T10:00:00.000Z")
      expect(await seen("2027-01-01T10:01:01.000Z")).toBe("2027-01-01T10:01:01.000Z")
      await post("/admin/studio-clock", { release: true })
    })

    it("a new token stops the one before", async () => {
      const { front_desk_device, token } = await add()
      const renewed = (await post(`${PATH}/${front_desk_device.id}/renew`)).data.token
      expect(await refused(token)).toEqual(UNAUTHORIZED)
      expect((await ask(renewed)).status).toBe(200)
    })

    it("a revoked device opens nothing any more, and gets no new token", async () => {
      const { front_desk_device, token } = await add()
      const path = `${PATH}/${front_desk_device.id}`
      expect((await api.delete(path, admin)).data).toMatchObject({ id: front_desk_device.id, deleted: true })
      expect(await refused(token)).toEqual(UNAUTHORIZED)
      expect((await api.get(path, admin)).data.front_desk_device.revoked_at).not.toBeNull()
      const again = await post(`${path}/renew`)
      expect([again.status, again.data.code]).toEqual([409, "conflict"])
      expect((await api.delete(path, admin)).status).toBe(200)
    })

    it("a token that was tampered with, or is none, is refused", async () => {
      const { token } = await add()
      const [body, mac] = token.slice(4).split(".")
      const claim = JSON.parse(Buffer.from(body, "base64url").toString())
      const forged = Buffer.from(JSON.stringify({ ...claim, v: 2 })).toString("base64url")
      for (const bad of [`mfd_${forged}.${mac}`, `mfd_${body}.${mac.slice(1)}`, "mfd_", "none"])
        expect(await refused(bad)).toEqual(UNAUTHORIZED)
      expect((await answerOf(api.get(WHO))).data).toMatchObject({ code: "unauthorized" })
    })

    it("staff may stand at the front desk, customers not", async () => {
      const { status, data } = await answerOf(api.get(WHO, admin))
      expect([status, data.code]).toEqual([404, "not_found"])
      const { headers } = await signUp(api, shop.store, "ann@example.test")
      expect((await answerOf(api.get(WHO, { headers }))).status).toBe(401)
    })

    it("ACCESS-7: a device token opens no other route", async () => {
      const { token } = await add()
      const headers = { ...shop.store.headers, authorization: `Bearer ${token}` }
      const closed = routes.filter(
        ({ path, customer }) => path.startsWith("/admin/") || customer === "required"
      )
      const open: string[] = []
      for (const { method, path } of closed) {
        const url = path.replace(/:\w+/g, "none")
        const { status } = await answerOf(api.request({ method, url, headers, data: {} }))
        if (status !== 401) open.push(`${method} ${path}: ${status}`)
      }
      expect(open).toEqual([])
      expect(closed.length).toBeGreaterThan(90)
      for (const url of ["/admin/products", "/admin/users", "/store/customers/me"])
        expect((await answerOf(api.get(url, { headers }))).status).toBe(401)
    })

    it("SAFE-1: a device needs a name and a location that is there", async () => {
      const { status, data } = await post(PATH, { colour: "red" })
      expect([status, data.code]).toEqual([400, "invalid_request"])
      expect(data.details.problems.map(({ field }: Json) => field).sort()).toEqual([
        "colour",
        "location_id",
        "name",
      ])
      const nowhere = await post(PATH, { name: "x", location_id: "sloc_none" })
      expect([nowhere.status, nowhere.data.code, nowhere.data.details.field]).toEqual([
        404,
        "not_found",
        "location_id",
      ])
      expect((await post(`${PATH}/mfdd_none/renew`)).status).toBe(404)
      expect((await answerOf(api.delete(`${PATH}/mfdd_none`, admin))).status).toBe(404)
    })

    it("SAFE-2: who added, renewed and revoked it is in the audit trail, without a token", async () => {
      const { front_desk_device } = await add()
      const { id } = front_desk_device
      await post(`${PATH}/${id}/renew`)
      await api.delete(`${PATH}/${id}`, admin)
      const entries = await getContainer()
        .resolve("membership")
        .listMembershipAuditEntries({ subject_id: id }, { order: { created_at: "ASC", id: "ASC" } })
      expect(entries.map(({ action, actor_type }) => [action, actor_type])).toEqual([
        ["add-front-desk-device", "user"],
        ["renew-front-desk-device", "user"],
        ["revoke-front-desk-device", "user"],
      ])
      expect(JSON.stringify(entries)).not.toContain("mfd_")
    })
  },
})
