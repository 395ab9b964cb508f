import { readFileSync } from "node:fs"
import path from "node:path"
import Ajv from "ajv"
import { z } from "@medusajs/framework/zod"
import { DOMAIN_ERROR_CODES } from "../../domain/errors"
import type { RouteDefinition } from "../http/route-table"
import { ANSWERS, describeApi, openApiPath, operationId } from "../openapi/description"
import { routes } from "../routes"
import { handlersOnDisk, root } from "./route-files"

type Json = Record<string, any>

const read = (file: string) => JSON.parse(readFileSync(path.join(root, file), "utf8"))
const { version } = read("package.json")
const description = describeApi(routes, version)

const nameOf = ({ method, path: at }: RouteDefinition) => `${method} ${at}`
const named = (list: readonly RouteDefinition[]) => list.map((route) => [nameOf(route), route] as const)
const admin = routes.filter((route) => route.path.startsWith("/admin/"))
const store = routes.filter((route) => route.path.startsWith("/store/"))
const withBody = routes.filter((route) => route.body)

/** Every object that is described in a schema, with the path to it. */
function objectsIn(node: unknown, at = "body"): { at: string; schema: Json }[] {
  if (typeof node !== "object" || node === null) return []
  const schema = node as Json
  const here = schema.properties ? [{ at, schema }] : []
  return [...here, ...Object.entries(schema).flatMap(([key, value]) => objectsIn(value, `${at}.${key}`))]
}

function refsIn(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return []
  return Object.entries(node).flatMap(([key, value]) => (key === "$ref" ? [value as string] : refsIn(value)))
}

/** Whether an answer's schema has a field such as `seats.holders.member.id`. */
function hasField(schema: Json, field: string): boolean {
  const [first, ...rest] = field.split(".")
  const found = schema.properties?.[first!] as Json | undefined
  if (!found) return false
  const inner = (found.items ?? found) as Json
  return rest.length === 0 || !inner.properties || hasField(inner, rest.join("."))
}

describe("the table of routes", () => {
  it("holds every handler of a route.ts, and every route of it has one", () => {
    expect(routes.map(nameOf).sort()).toEqual(handlersOnDisk())
  })

  it("names each route once", () => {
    expect(new Set(routes.map(nameOf)).size).toBe(routes.length)
  })

  it.each(named(routes.filter((route) => route.method === "POST")))(
    "SAFE-1: %s checks its body",
    (_, route) => {
      expect(route.body).toBeDefined()
    }
  )

  it.each(named(withBody))("SAFE-1: %s refuses fields that it does not know, at every depth", (_, route) => {
    const schema = z.toJSONSchema(route.body!, { target: "openapi-3.0", io: "input" })
    const loose = objectsIn(schema).filter((object) => object.schema.additionalProperties !== false)
    expect(loose.map((object) => object.at)).toEqual([])
  })

  it.each(named(admin))("%s asks for a policy of the same kind of work", (_, route) => {
    expect(route.policy).toBeDefined()
    expect(route.policy!.operation === "read").toBe(
      route.method === "GET" || /\/(quote|access-decisions)$/.test(route.path)
    )
  })

  it.each(named(routes.filter(({ policy }) => policy?.operation === "create")))(
    "%s creates, and takes an Idempotency-Key",
    (_, route) => {
      expect(route.idempotent ?? route.keepsKey).toBe(true)
    }
  )

  it.each(named(store))("PEOPLE-6: %s knows its customer where it is about one's own things", (_, route) => {
    expect(route.policy).toBeUndefined()
    const open = /^\/store\/(membership-plans|membership-services|carts)\b/.test(route.path)
    expect(route.customer).toBe(open ? "optional" : "required")
  })

  it.each(named(store.filter((route) => route.fields)))(
    "PEOPLE-6: %s lists the fields that may leave",
    (_, route) => {
      const allowed = route.fields!.allowed ?? []
      expect(allowed).toEqual(expect.arrayContaining(route.fields!.defaults))
      expect(allowed.some((field) => /notes|metadata|customer_id/.test(field))).toBe(false)
      // To guardians only; the handlers of these routes take it out for everybody else.
      const own = /^\/store\/(members|households)\b/.test(route.path)
      if (!own) expect(allowed.some((field) => field.endsWith("date_of_birth"))).toBe(false)
    }
  )
})

describe("docs/openapi.json", () => {
  it("is what `npm run openapi` makes", () => {
    expect(read("docs/openapi.json")).toEqual(JSON.parse(JSON.stringify(description)))
  })

  it("describes every route of the table, and no other", () => {
    const described = Object.entries(description.paths).flatMap(([at, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${at}`)
    )
    expect(described.sort()).toEqual(
      routes.map((route) => `${route.method} ${openApiPath(route.path)}`).sort()
    )
  })

  it("gives each operation an id of its own", () => {
    expect(new Set(routes.map(operationId)).size).toBe(routes.length)
  })

  it("refers only to what it holds, and holds no answer that nothing refers to", () => {
    const refs = new Set(refsIn(description))
    const held = Object.entries(description.components).flatMap(([kind, parts]) =>
      kind === "securitySchemes"
        ? []
        : Object.keys(parts as Json).map((part) => `#/components/${kind}/${part}`)
    )
    expect([...refs].filter((at) => !held.includes(at))).toEqual([])
    expect(held.filter((at) => at.startsWith("#/components/schemas/") && !refs.has(at))).toEqual([])
    expect(Object.keys(ANSWERS).filter((name) => !(name in description.components.schemas))).toEqual([])
  })

  it("holds schemas that a validator takes", () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    ajv.addSchema(description, "api")
    for (const name of Object.keys(description.components.schemas)) {
      expect(ajv.getSchema(`api#/components/schemas/${name}`)).toBeInstanceOf(Function)
    }
  })

  const answered = (method: string, at: string): Json =>
    (description.paths[at] as Json)[method].responses[200].content["application/json"].schema
  const id = { $ref: "#/components/schemas/Id" }
  it.each([
    ["get", "/admin/membership-billing-settings", "membership_billing_settings", "BillingSettings"],
    ["get", "/admin/membership-charge-numbers", "membership_charge_numbers", "ChargeNumbers"],
  ])(
    "describes the one thing that %s %s answers as one, though its name is a plural",
    (method, at, key, name) => {
      expect(answered(method, at).properties[key]).toEqual({ $ref: `#/components/schemas/${name}` })
    }
  )

  it("describes a list of ids as one list", () => {
    const { properties } = answered("post", "/admin/membership-plans/{id}/price-migrations/take-back")
    expect(properties.membership_ids).toEqual({ type: "array", items: id })
  })

  it("BILL-9: describes a run of renewals and its preview as two answers", () => {
    const { oneOf } = answered("post", "/admin/renewal-runs")
    expect(oneOf.map(({ required }: Json) => required)).toEqual([["renewal_run"], ["preview"]])
  })

  it("names every code that a rule refuses with, under one status", () => {
    const told = Object.values(
      description.components.responses as Record<string, { description: string }>
    ).flatMap((refusal) => [...refusal.description.matchAll(/`([a-z_]+)`/g)].map(([, code]) => code))
    const codes = told.filter((code) => (DOMAIN_ERROR_CODES as readonly unknown[]).includes(code))
    expect([...codes].sort()).toEqual([...DOMAIN_ERROR_CODES].sort())
  })

  it.each(named(routes.filter((route) => route.fields && Object.keys(route.answers).length === 1)))(
    "%s answers the fields that it is described with",
    (_, route) => {
      const [answer] = Object.values(route.answers)
      // The store's plans are made from an allow-list of their own, not from selected columns.
      const fields = answer === "StoreMembershipPlan" ? [] : route.fields!.defaults
      const schema = description.components.schemas[answer!]!
      expect(fields.filter((field) => !hasField(schema, field))).toEqual([])
    }
  )
})
