import { answerOf, createShop, type Headers, type Json, type Shop } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const PATH = "/admin/membership-services"

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let admin: Headers
    let branches: string[]
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
      admin = shop.admin
      branches = await Promise.all(
        ["North", "South"].map(
          async (name) => (await api.post("/admin/stock-locations", { name }, admin)).data.stock_location.id
        )
      )
    })

    const post = (path: string, body: Json) => answerOf(api.post(path, body, admin))
    const get = async (path: string): Promise<Json> => (await api.get(path, admin)).data
    const create = async (body: Json): Promise<Json> => {
      const { data } = await post(PATH, { kind: "class", ...body })
      return data.membership_service ?? data
    }
    const refusal = async (call: ReturnType<typeof post>) => {
      const { status, data } = await call
      return [status, data.code, data.details?.field]
    }
    const plan = (body: Json) =>
      post("/admin/membership-plans", { name: "Plan", kind: "membership", audience: "individual", ...body })

    it("PLAN-11: a service needs a name and a kind; every setting is kept", async () => {
      expect(await create({ name: "Yoga for all!" })).toMatchObject({
        ...{ name: "Yoga for all!", handle: "yoga-for-all", kind: "class", status: "active", credit_cost: 1 },
        ...{ members_only: false, is_general_hours: false, location_ids: null, time_windows: null },
        ...{ reentry_minutes: null, description: null, metadata: null },
        ...{ missed_visit: { effect: "redeem", fines: [] }, cancellation_window_minutes: null },
      })
      const settings = {
        ...{
          name: "Gym floor",
          kind: "facility",
          credit_cost: 2,
          members_only: true,
          is_general_hours: true,
        },
        ...{ description: "Open hours", location_ids: [branches[0]], reentry_minutes: 90 },
        time_windows: [{ weekdays: [1, 2], from: "06:00", until: null }],
        metadata: { color: "green" },
      }
      const { id } = await create(settings)
      expect((await get(`${PATH}/${id}`)).membership_service).toMatchObject(settings)
      const { data } = await post(`${PATH}/${id}`, { credit_cost: 3, location_ids: null })
      expect(data.membership_service).toMatchObject({ ...settings, credit_cost: 3, location_ids: null })
    })

    const eur = (amount: number) => ({ currency_code: "EUR", amount })

    it("CREDIT-4, BOOK-4, SAFE-2: what a missed visit costs and until when it is canceled is kept, changed and written down", async () => {
      const settings = {
        missed_visit: { effect: "fine", fines: [eur(12.5)] },
        cancellation_window_minutes: 720,
      }
      const { id, ...service } = await create({ name: "Fined class", ...settings })
      const kept = { effect: "fine", fines: [{ currency_code: "eur", amount: 12.5 }] }
      expect(service).toMatchObject({ missed_visit: kept, cancellation_window_minutes: 720 })
      expect((await post(`${PATH}/${id}`, { description: "Hot" })).data.membership_service).toMatchObject({
        ...{ missed_visit: kept, cancellation_window_minutes: 720 },
      })
      const lenient = { missed_visit: { effect: "redeem" }, cancellation_window_minutes: null }
      expect((await post(`${PATH}/${id}`, lenient)).data.membership_service).toMatchObject({
        missed_visit: { effect: "redeem", fines: [] },
        cancellation_window_minutes: null,
      })
      for (const [body, field] of [
        [{ cancellation_window_minutes: 0 }, "cancellation_window_minutes"],
        [{ missed_visit: { effect: "forgive" } }, "missed_visit.effect"],
        [
          { missed_visit: { effect: "fine", fines: [{ ...eur(1), cents: 100 }] } },
          "missed_visit.fines.0.cents",
        ],
      ] as const) {
        const { status, data } = await post(`${PATH}/${id}`, body)
        expect([status, data.details.problems.map((each: Json) => each.field)]).toEqual([400, [field]])
      }
      const entries = (await getContainer()
        .resolve("membership")
        .listMembershipAuditEntries({ subject_id: id }, { order: { id: "ASC" } })) as Json[]
      expect(entries.map(({ action, changes }) => [action, changes.missed_visit?.effect])).toEqual([
        ["create-service", "fine"],
        ["update-service", undefined],
        ["update-service", "redeem"],
      ])
    })

    it("its name is unique whatever its case, also in a race; a given handle is, a made one is numbered", async () => {
      await create({ name: "Spin" })
      expect(await refusal(post(PATH, { name: "SPIN", kind: "class" }))).toEqual([409, "name_taken", "name"])
      const { id } = await create({ name: "Spin!" })
      expect((await get(`${PATH}/${id}`)).membership_service.handle).toBe("spin-2")
      expect(await refusal(post(`${PATH}/${id}`, { name: "spin" }))).toEqual([409, "name_taken", "name"])
      expect(await refusal(post(`${PATH}/${id}`, { handle: "spin" }))).toEqual([409, "name_taken", "handle"])
      expect((await post(`${PATH}/${id}`, { name: "SPIN!" })).status).toBe(200)
      const race = await Promise.all(
        ["Race", "RACE", "race"].map((name) => post(PATH, { name, kind: "class" }))
      )
      expect(race.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(race.every(({ status }) => status < 500)).toBe(true)
    })

    it("SAFE-1: bad input gets every wrong field named; nothing is left of it", async () => {
      const { status, data } = await post(PATH, { credit_cost: 0, colour: "red", kind: "sport" })
      expect([status, data.code]).toEqual([400, "invalid_request"])
      expect(data.details.problems.map(({ field }: Json) => field).sort()).toEqual([
        "colour",
        "credit_cost",
        "kind",
        "name",
      ])
      const odd = { name: "Odd", kind: "class" }
      for (const [body, field] of [
        [{ location_ids: [] }, "location_ids"],
        [{ location_ids: ["sloc_none"] }, "location_ids"],
        [{ time_windows: [{ weekdays: [1], from: "09:00", until: "08:00" }] }, "time_windows.0.until"],
        [{ missed_visit: { effect: "fine" } }, "missed_visit.fines"],
        [{ missed_visit: { effect: "fine", fines: [eur(0)] } }, "missed_visit.fines.eur"],
        [{ missed_visit: { effect: "fine", fines: [eur(1.234)] } }, "missed_visit.fines.eur"],
        [{ missed_visit: { effect: "redeem", fines: [eur(10)] } }, "missed_visit.fines"],
      ] as const)
        expect(await refusal(post(PATH, { ...odd, ...body }))).toEqual([400, "service_invalid", field])
      expect((await get(`${PATH}?q=Odd`)).count).toBe(0)
      expect(await refusal(post(`${PATH}/msvc_none`, { name: "x" }))).toEqual([404, "not_found", undefined])
    })

    it("is listed by text, kind, status and location", async () => {
      await create({ name: "Pilates north", location_ids: [branches[0]] })
      await create({ name: "Pilates south", location_ids: [branches[1]] })
      await create({ name: "Pilates hall", kind: "facility" })
      const names = async (query: string) =>
        (await get(`${PATH}?q=pilates&order=name&fields=id,name&${query}`)).membership_services.map(
          (service: Json) => service.name
        )
      expect(await names("")).toEqual(["Pilates hall", "Pilates north", "Pilates south"])
      expect(await names("kind=facility")).toEqual(["Pilates hall"])
      expect(await names(`location_id=${branches[1]}`)).toEqual(["Pilates hall", "Pilates south"])
      expect(await names("status=archived")).toEqual([])
    })

    it("PLAN-5, PLAN-11: a plan names services that are there, facilities among its facilities", async () => {
      const yoga = await create({ name: "Plan yoga" })
      const dance = await create({ name: "Plan dance" })
      const hall = await create({ name: "Plan hall", kind: "facility" })
      const separate = { type: "credits", credits: 4, per: "term", scope: "separate" }
      const exchange = (to_service_id: string) => ({
        entitlement: separate,
        credit_exchange: [{ from_service_id: yoga.id, to_service_id, from_credits: 1, to_credits: 2 }],
      })
      for (const [body, field] of [
        [{ services: [yoga.id, "yoga"] }, "services"],
        [{ access: { facility_ids: ["msvc_none"] } }, "access.facility_ids"],
        [{ access: { facility_ids: [yoga.id] } }, "access.facility_ids"],
        [exchange("dance"), "credit_exchange.0.to_service_id"],
      ] as const)
        expect(await refusal(plan(body))).toEqual([400, "plan_invalid", field])
      const { data } = await plan({
        ...exchange(dance.id),
        services: [yoga.id, dance.id],
        access: { facility_ids: [hall.id] },
      })
      const { id } = data.membership_plan
      expect(await refusal(post(`/admin/membership-plans/${id}`, { services: ["dance"] }))).toEqual([
        ...[400, "plan_invalid", "services"],
      ])
      expect((await get(`/admin/membership-plans/${id}`)).membership_plan.services).toEqual([
        yoga.id,
        dance.id,
      ])
    })

    it("PLAN-11: an archived service stays where it is named, and comes to be named nowhere else", async () => {
      const service = await create({ name: "Old class" })
      const { id } = (await plan({ services: [service.id] })).data.membership_plan
      const archived = await post(`${PATH}/${service.id}`, { status: "archived" })
      expect(archived.data.membership_service.status).toBe("archived")
      expect(await refusal(plan({ services: [service.id] }))).toEqual([400, "plan_invalid", "services"])
      const kept = await post(`/admin/membership-plans/${id}`, { services: [service.id], guest_passes: 1 })
      expect(kept.status).toBe(200)
      expect((await post(`${PATH}/${service.id}`, { status: "active" })).status).toBe(200)
      expect((await plan({ services: [service.id] })).status).toBe(200)
    })

    it("a service that a plan names is not deleted; one that nothing names is", async () => {
      const service = await create({ name: "Named" })
      const { id } = (await plan({ services: [service.id] })).data.membership_plan
      const path = `${PATH}/${service.id}`
      expect(await refusal(answerOf(api.delete(path, admin)))).toEqual([
        ...[409, "service_in_use", undefined],
      ])
      await post(`/admin/membership-plans/${id}`, { services: null, access: { facility_ids: null } })
      expect((await api.delete(path, admin)).data).toEqual({
        ...{ id: service.id, object: "membership_service", deleted: true },
      })
      expect((await answerOf(api.get(path, admin))).status).toBe(404)
      expect((await post(PATH, { name: "Named", kind: "event" })).status).toBe(200)
    })

    it("SAFE-2: who changed what is in the audit trail", async () => {
      const { id } = await create({ name: "Traced" })
      await post(`${PATH}/${id}`, { credit_cost: 2 })
      await post(`${PATH}/${id}`, { status: "archived" })
      await api.delete(`${PATH}/${id}`, admin)
      const entries = await getContainer()
        .resolve("membership")
        .listMembershipAuditEntries({ subject_id: id }, { order: { created_at: "ASC", id: "ASC" } })
      expect(entries.map(({ action, actor_type }) => [action, actor_type])).toEqual([
        ["create-service", "user"],
        ["update-service", "user"],
        ["archive-service", "user"],
        ["delete-service", "user"],
      ])
    })

    it("storefronts see active services by name, and nothing that is for staff", async () => {
      await create({
        name: "Aerial",
        members_only: true,
        location_ids: [branches[1]],
        metadata: { secret: 1 },
      })
      const { id } = await create({ name: "Aerial archived" })
      await post(`${PATH}/${id}`, { status: "archived" })
      const { data } = await api.get(`/store/membership-services?location_id=${branches[1]}`, shop.store)
      const names = data.membership_services.map((service: Json) => service.name)
      expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b)))
      expect(data).toMatchObject({ count: names.length, offset: 0, limit: 50 })
      expect(data.membership_services[0]).toEqual({
        ...{ id: expect.any(String), name: "Aerial", handle: "aerial", description: null, kind: "class" },
        ...{ credit_cost: 1, members_only: true, location_ids: [branches[1]] },
      })
      expect(names).not.toContain("Aerial archived")
      expect(names).not.toContain("Pilates north")
      const beyond = await answerOf(api.get("/store/membership-services?fields=metadata", shop.store))
      expect(JSON.stringify(beyond.data)).not.toContain("secret")
      expect((await answerOf(api.get("/store/membership-services"))).status).toBe(400)
    })
  },
})
