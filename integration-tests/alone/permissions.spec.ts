import { ContainerRegistrationKeys, FeatureFlag, Modules } from "@medusajs/framework/utils"
import jwt from "jsonwebtoken"
import { routes } from "../../src/api/routes"
import { answerOf, type Headers } from "../support/shop"
import { studioTests } from "../support/studio-tests"

// The runner reads medusa-config.ts before it applies its `env`, and before it knows the platform's own flags.
Object.assign(process.env, { MEDUSA_FF_RBAC: "true", STUDIO_CLOCK: "system" })
FeatureFlag.setFlag("rbac", true)

studioTests({
  testSuite: ({ api, getContainer }) => {
    let reader: Headers
    let stranger: Headers
    let clerk: Headers
    beforeAll(async () => {
      reader = await staffWith([["membership_member", "read"]])
      stranger = await staffWith([["product", "read"]])
      clerk = await staffWith([["membership_clock", "*"]])
    })

    /** Staff with one role that allows just this; roles travel in the token. */
    async function staffWith(allowed: [string, string][]): Promise<Headers> {
      const container = getContainer()
      const rbac = container.resolve(Modules.RBAC)
      const name = allowed.flat().join(" ")
      const role = await rbac.createRbacRoles({ name })
      for (const [resource, operation] of allowed) {
        const [known] = await rbac.listRbacPolicies({ resource, operation })
        const policy =
          known ?? (await rbac.createRbacPolicies({ key: `${resource}:${operation}`, resource, operation }))
        await rbac.createRbacRolePolicies({ role_id: role.id, policy_id: policy.id })
      }
      const user = await container.resolve(Modules.USER).createUsers({ email: `${role.id}@studio.test` })
      const identity = await container.resolve(Modules.AUTH).createAuthIdentities({
        provider_identities: [{ provider: "emailpass", entity_id: user.email }],
        app_metadata: { user_id: user.id },
      })
      const claims = {
        actor_id: user.id,
        actor_type: "user",
        auth_identity_id: identity.id,
        app_metadata: { user_id: user.id, roles: [role.id] },
      }
      const { http } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const token = jwt.sign(claims, http.jwtSecret as string, { expiresIn: "1d" })
      return { headers: { authorization: `Bearer ${token}` } }
    }

    it("a role that may read members reads them, and only that", async () => {
      expect((await answerOf(api.get("/admin/members", reader))).status).toBe(200)
      expect((await answerOf(api.post("/admin/members", { first_name: "Ann" }, reader))).status).toBe(403)
      expect((await answerOf(api.get("/admin/households", reader))).status).toBe(403)
      expect((await answerOf(api.get("/admin/membership-classifications", reader))).status).toBe(403)
    })

    it("a role without the policy is refused", async () => {
      for (const path of [
        "members",
        "membership-locations",
        "membership-audit-entries",
        "members-ageing-out",
      ]) {
        expect((await answerOf(api.get(`/admin/${path}`, stranger))).status).toBe(403)
      }
    })

    it("ACCESS-7: at the front desk a role allows what it says", async () => {
      const search = (headers: Headers) => answerOf(api.get("/front-desk/members?q=ann", headers))
      expect([(await search(reader)).status, (await search(stranger)).status]).toEqual([200, 403])
      const checkIn = { member_id: "mmemb_none", location_id: "sloc_none" }
      expect((await answerOf(api.post("/front-desk/check-ins", checkIn, reader))).status).toBe(403)
    })

    it("every policy that a route asks for can be given to a role", async () => {
      const asked = routes.flatMap(({ policy }) => (policy ? [`${policy.resource}:${policy.operation}`] : []))
      const known = await getContainer().resolve(Modules.RBAC).listRbacPolicies({}, { take: 1000 })
      const keys = known.map((policy) => `${policy.resource}:${policy.operation}`)
      expect(keys).toEqual(expect.arrayContaining(asked))
    })

    it("every admin route asks for a policy", async () => {
      const open = routes.filter((route) => route.path.startsWith("/admin/") && !route.policy)
      expect(open.map((route) => route.path)).toEqual([])
    })

    it("TIME-5: the clock's routes do not exist where the option does not allow it", async () => {
      for (const call of [
        answerOf(api.get("/admin/studio-clock", clerk)),
        answerOf(api.post("/admin/studio-clock", { now: "2027-01-01T00:00:00Z" }, clerk)),
      ]) {
        const { status, data } = await call
        expect({ status, code: data.code }).toEqual({ status: 404, code: "not_found" })
      }
      const drift = Math.abs(Date.parse(await getContainer().resolve("membership").now()) - Date.now())
      expect(drift).toBeLessThan(60_000)
    })
  },
})
