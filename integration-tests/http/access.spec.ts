import type { RouteDefinition } from "../../src/api/http/route-table"
import { routes } from "../../src/api/routes"
import { createFamily, type Family } from "../support/seats"
import { answerOf, type Headers, type Json, signUp } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const ROLES = [
  "anonymous",
  "stranger",
  "former",
  "payer",
  "member",
  "guardian",
  "purchaser",
  "staff",
] as const
type Role = (typeof ROLES)[number]
/** `may`: it is decided by the rules, no longer by who asks. */
type Outcome = 401 | 403 | 404 | "may"
type Expected = Record<Role, Outcome>

const everybody: Expected = {
  ...{ anonymous: "may", stranger: "may", former: "may", payer: "may" },
  ...{ member: "may", guardian: "may", purchaser: "may", staff: "may" },
}
const customers: Expected = { ...everybody, anonymous: 401, staff: 401 }
/** What somebody sees of a membership: whoever pays, sits in it, or manages it. */
const seen: Expected = { ...customers, stranger: 404, former: 404 }
/** The whole is moved by who manages it. */
const managed: Expected = { ...seen, payer: 403, member: 403 }
/** A child's seat, which the payer pays for; the member sits elsewhere and does not see it. */
const seat: Expected = { ...managed, member: 404 }
const none: Expected = { ...everybody, ...Object.fromEntries(ROLES.map((role) => [role, 404])) }
const lost: Expected = { ...none, anonymous: 401, staff: 401 }
const guardians: Expected = { ...seen, payer: 404, member: 404 }

/** Each store route, what is sent, and who may. A route that is missing here fails the test. */
const STORE: Readonly<Record<string, { expected: Expected; body?: Json }>> = {
  "POST /store/carts/:id/memberships": {
    // A cart's id is the key to it, as on the platform; this one does not exist.
    expected: none,
    body: { plan_id: "mplan_none", seats: [{ classification_id: null, count: 1 }] },
  },
  "DELETE /store/carts/:id/memberships/:draft_id": { expected: none },
  "GET /store/membership-plans": { expected: everybody },
  "GET /store/membership-plans/:id": { expected: everybody },
  "GET /store/membership-services": { expected: everybody },
  "POST /store/membership-plans/:id/quote": {
    expected: everybody,
    body: { currency_code: "eur", seats: [{ classification_id: null, count: 2 }] },
  },
  "GET /store/members": { expected: customers },
  "GET /store/households/mine": { expected: { ...guardians, member: "may" } },
  "POST /store/members": { expected: customers, body: { first_name: "New" } },
  "POST /store/members/:id": { expected: guardians, body: { first_name: "Kim" } },
  "GET /store/members/:id/check-in-code": { expected: guardians },
  "POST /store/members/:id/check-in-code/renew": { expected: guardians },
  "GET /store/payment-methods": { expected: customers },
  "POST /store/payment-methods": { expected: customers, body: { provider_id: "pp_system_default" } },
  // Nobody has saved any.
  "POST /store/payment-methods/:id/pay-renewals": { expected: lost },
  "DELETE /store/payment-methods/:id": { expected: lost },
  "GET /store/memberships": { expected: customers },
  "GET /store/memberships/:id": { expected: seen },
  "GET /store/memberships/:id/charges": { expected: seen },
  // There is none of that id. Whose charge it is decides: integration-tests/alone/stripe.spec.ts.
  "POST /store/memberships/:id/charges/:charge_id/confirm": { expected: lost },
  "GET /store/memberships/:id/options": { expected: seen },
  "GET /store/memberships/:id/credits": { expected: seen },
  "GET /store/memberships/:id/plan-change": { expected: managed },
  "POST /store/memberships/:id/plan-change/preview": {
    expected: managed,
    body: { plan_id: ":plan_id", when: "renewal" },
  },
  "POST /store/memberships/:id/plan-change": {
    expected: managed,
    body: { plan_id: ":plan_id", when: "renewal" },
  },
  // Nothing waits there that whoever manages it could take back.
  "DELETE /store/memberships/:id/plan-change": {
    expected: { ...managed, guardian: 404, purchaser: 404 },
  },
  "GET /store/memberships/:id/join": { expected: managed },
  "POST /store/memberships/:id/join/preview": {
    expected: managed,
    body: { membership_id: ":id", when: "renewal" },
  },
  "POST /store/memberships/:id/join": {
    expected: managed,
    body: { membership_id: ":id", when: "renewal" },
  },
  "POST /store/memberships/:id/credits/exchange": {
    expected: seat,
    body: {
      ...{ seat_id: ":seat_id", from_service_id: "yoga", to_service_id: "spin" },
      times: 1,
      preview: true,
    },
  },
  "POST /store/memberships/:id/credits/transfer": {
    expected: seat,
    body: { ...{ seat_id: ":seat_id", to_seat_id: ":seat_id" }, credits: 1, preview: true },
  },
  "GET /store/memberships/:id/invitations": { expected: guardians },
  "POST /store/memberships/:id/seats/:seat_id/invite": {
    expected: seat,
    body: { email: "rosa@example.test" },
  },
  // There is none of that id, and no such token.
  "DELETE /store/memberships/:id/invitations/:invitation_id": { expected: lost },
  "POST /store/membership-invitations/accept": { expected: lost, body: { token: "none" } },
  "POST /store/memberships/:id/seats": {
    expected: managed,
    body: { seats: [{ classification_id: null, count: 1 }], preview: true },
  },
  "POST /store/memberships/:id/hold": { expected: managed, body: { starts_on: "2027-03-01", preview: true } },
  "POST /store/memberships/:id/resume": { expected: managed, body: { preview: true } },
  "POST /store/memberships/:id/cancel": {
    expected: managed,
    body: { way: { at: "renewal" }, preview: true },
  },
  "POST /store/memberships/:id/uncancel": { expected: managed, body: { preview: true } },
  "POST /store/memberships/:id/reorder": {
    expected: seat,
    body: { order: [{ seat_id: ":seat_id", member_id: null }], preview: true },
  },
  "POST /store/memberships/:id/seats/:seat_id/assign": {
    expected: seat,
    body: { member_id: ":member_id", preview: true },
  },
  "POST /store/memberships/:id/seats/:seat_id/unassign": { expected: seat, body: { preview: true } },
  "POST /store/memberships/:id/seats/:seat_id/hold": {
    expected: seat,
    body: { starts_on: "2027-03-01", preview: true },
  },
  "POST /store/memberships/:id/seats/:seat_id/resume": { expected: seat, body: { preview: true } },
  "POST /store/memberships/:id/seats/:seat_id/cancel": {
    expected: seat,
    body: { way: { at: "renewal" }, preview: true },
  },
  "POST /store/memberships/:id/seats/:seat_id/uncancel": { expected: seat, body: { preview: true } },
  "POST /store/memberships/:id/seats/:seat_id/payer": { expected: seat, body: { preview: true } },
}

const keyOf = ({ method, path }: RouteDefinition) => `${method} ${path}`
const isStore = ({ path }: RouteDefinition) => path.startsWith("/store/")
const isAdmin = ({ path }: RouteDefinition) => path.startsWith("/admin/")

/** Every route of the plugin asked by everybody (PEOPLE-6): the table is made from the routes themselves. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let family: Family
    let sold: Json
    let who: Record<Role, Headers>

    beforeAll(async () => {
      family = await createFamily(api, getContainer())
      const { jane, bob, stranger, members, household_id, shop } = family
      const post = (path: string, body: Json) => api.post(path, body, shop.admin)
      const [guardian, former, payer] = await Promise.all(
        ["guardian", "former", "payer"].map((name) => signUp(api, shop.store, `${name}@example.test`))
      )
      const addMember = (first_name: string, { customer }: { customer: Json }) =>
        family.addMember({ first_name, customer_id: customer.id, household_id })
      const guardian_member = await addMember("Gina", guardian!)
      const former_member = await addMember("Fred", former!)
      await post(`/admin/households/${household_id}`, {
        guardian_ids: [members.jane, guardian_member, former_member],
      })
      sold = await family.sell()
      const payer_customer_id = payer!.customer.id
      await post(`/admin/memberships/${sold.id}/seats/${sold.seats[3].id}/payer`, { payer_customer_id })
      // He was a guardian; leaving takes every right at once.
      await post(`/admin/households/${household_id}`, { guardian_ids: [members.jane, guardian_member] })
      await post(`/admin/members/${former_member}`, { household_id: null })
      const as = ({ headers }: Headers): Headers => ({ headers })
      who = {
        ...{ anonymous: shop.store, stranger: as(stranger), former: as(former!), payer: as(payer!) },
        ...{ member: as(bob), guardian: as(guardian!), purchaser: as(jane) },
        staff: { headers: { ...shop.store.headers, ...shop.admin.headers } },
      }
    })

    const ids = (path: string): Record<string, string> => ({
      id: path.includes("/members/")
        ? family.members.kim
        : path.includes("membership-plans")
          ? family.plan.id
          : path.includes("/carts/")
            ? "cart_none"
            : sold.id,
      seat_id: sold.seats[3].id,
      plan_id: family.plan.id,
      draft_id: "draft_none",
      invitation_id: "minvite_none",
      charge_id: "mchg_none",
      member_id: family.members.tom,
    })
    const filled = (text: string, path: string) =>
      Object.entries(ids(path)).reduce((all, [name, id]) => all.replaceAll(`:${name}`, id), text)
    const outcome = async ({ method, path }: RouteDefinition, { headers }: Headers, body: Json = {}) => {
      const data = JSON.parse(filled(JSON.stringify(body), path))
      const answer = await answerOf(api.request({ method, url: filled(path, path), headers, data }))
      const { status } = answer
      if (status >= 500) throw new Error(`${method} ${path} answers ${status}`)
      return status === 401 || status === 403 || status === 404 ? status : "may"
    }

    it("PEOPLE-6, SEAT-9: every store route, by everybody", async () => {
      // What is read first, because adding somebody makes a household for whoever has none.
      const asked = routes.filter(isStore).sort((a, b) => (a.method < b.method ? -1 : 1))
      expect(Object.keys(STORE).sort()).toEqual(asked.map(keyOf).sort())
      const table: Record<string, Expected> = {}
      for (const route of asked) {
        const { body } = STORE[keyOf(route)]!
        const found: Partial<Expected> = {}
        for (const role of ROLES) found[role] = await outcome(route, who[role], body)
        table[keyOf(route)] = found as Expected
      }
      const expected = Object.fromEntries(Object.entries(STORE).map(([key, row]) => [key, row.expected]))
      expect(table).toEqual(expected)
      console.info(`${asked.length} store routes × ${ROLES.length}`)
    })

    it("PEOPLE-6: every admin route refuses whoever is not staff", async () => {
      const admin = routes.filter(isAdmin)
      const open: string[] = []
      for (const route of admin) {
        for (const role of ROLES.filter((each) => each !== "staff"))
          if ((await outcome(route, who[role])) !== 401) open.push(`${role}: ${keyOf(route)}`)
      }
      expect(open).toEqual([])
      expect(admin.length).toBeGreaterThan(60)
      console.info(`${admin.length} admin routes × ${ROLES.length - 1}`)
    })

    it("staff are let in by every admin route", async () => {
      const admin = routes.filter((route) => isAdmin(route) && route.method === "GET")
      const shut: string[] = []
      for (const route of admin) {
        const found = await outcome(route, who.staff)
        if (found === 401 || found === 403) shut.push(keyOf(route))
      }
      expect(shut).toEqual([])
    })

    it("PEOPLE-6: nobody but staff and guardians is ever told a date of birth", async () => {
      const leaks: string[] = []
      for (const route of routes.filter((each) => isStore(each) && each.method === "GET"))
        for (const role of ["anonymous", "stranger", "former", "payer", "member"] as const) {
          const { data } = await answerOf(api.get(filled(route.path, route.path), who[role]))
          if (/20(20|11)-06-01/.test(JSON.stringify(data))) leaks.push(`${role}: ${keyOf(route)}`)
        }
      expect(leaks).toEqual([])
    })
  },
})
