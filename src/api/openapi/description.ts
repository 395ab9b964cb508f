import { z, type ZodType } from "@medusajs/framework/zod"
import { DOMAIN_ERROR_CODES } from "../../domain/errors"
import { refusalOf } from "../http/errors"
import * as billing from "./answers-billing"
import * as forecast from "./answers-forecast"
import * as planChanges from "./answers-plan-changes"
import * as access from "./answers-access"
import { isBankPage, isFrontDesk, type RouteDefinition } from "../http/route-table"
import * as frontDesk from "./answers-front-desk"
import * as credits from "./answers-credits"
import * as payments from "./answers-payments"
import * as people from "./answers-people"
import * as plans from "./answers-plans"
import * as selling from "./answers-selling"
import * as studio from "./answers-studio"

type Json = Record<string, unknown>

const { MembershipPlan, PriceChart, PriceMigration, PriceMove, StoreMembershipPlan } = plans

/** What the names in the route table's `answers` stand for. */
export const ANSWERS: Readonly<Record<string, ZodType>> = {
  ...access,
  ...billing,
  ...forecast,
  ...planChanges,
  ...frontDesk,
  ...credits,
  ...payments,
  ...people,
  ...studio,
  ...selling,
  ...{ MembershipPlan, PriceChart, PriceMigration, PriceMove, StoreMembershipPlan },
  // Parts of the answer to a DELETE.
  ...{ Id: z.string(), Object: z.string(), Deleted: z.boolean() },
  Flag: z.boolean(),
  Token: z
    .string()
    .meta({ description: "Works once, for the account of the invited address. It is told only here." }),
}

/** A schema as OpenAPI has it: what a client sends, or what it gets. The platform's dialect is 3.0. */
const toSchema = (schema: ZodType, io: "input" | "output"): Json =>
  tidy(z.toJSONSchema(schema, { target: "openapi-3.0", io, unrepresentable: "any" })) as Json

const UNBOUNDED = new Set<unknown>([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER])

/** Without the bounds of JavaScript's integers, and open to fields that a later version adds. */
function tidy(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(tidy)
  if (typeof node !== "object" || node === null) return node
  const entries = Object.entries(node)
    .filter(([key, value]) => !((key === "minimum" || key === "maximum") && UNBOUNDED.has(value)))
    .map(([key, value]) => [key, tidy(value)] as const)
  return Object.fromEntries(entries)
}

const answerSchema = (schema: ZodType) => open(toSchema(schema, "output")) as Json

/** An answer may grow: a client that refuses a field that it does not know would break with the next version. */
function open(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(open)
  if (typeof node !== "object" || node === null) return node
  const entries = Object.entries(node).filter(
    ([key, value]) => !(key === "additionalProperties" && value === false)
  )
  return Object.fromEntries(entries.map(([key, value]) => [key, open(value)]))
}

const ref = (kind: string, name: string): Json => ({ $ref: `#/components/${kind}/${name}` })
const json = (schema: Json): Json => ({ content: { "application/json": { schema } } })

const text = (media: string): Json => ({ content: { [media]: { schema: { type: "string" } } } })

/** `/admin/members/:id` as `/admin/members/{id}`. */
export const openApiPath = (path: string): string => path.replace(/:(\w+)/g, "{$1}")

const pathParams = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!)

export function operationId({ method, path }: Pick<RouteDefinition, "method" | "path">): string {
  const words = path.split(/[/:_-]+/).filter(Boolean)
  return [method.toLowerCase(), ...words]
    .map((word, at) => (at ? word[0]!.toUpperCase() + word.slice(1) : word))
    .join("")
}

function parameters(route: RouteDefinition): Json[] {
  const query = route.query ? (toSchema(route.query, "input").properties as Record<string, Json>) : {}
  return [
    ...pathParams(route.path).map((name) => ({
      name,
      in: "path",
      required: true,
      schema: { type: "string" },
      ...(idOrHandle(route, name) ? { description: "The plan's id or its handle." } : {}),
    })),
    ...Object.entries(query).map(([name, schema]) => ({
      name,
      in: "query",
      required: false,
      schema,
      ...(QUERY[name] ? { description: QUERY[name] } : {}),
    })),
    ...(route.idempotent || route.keepsKey ? [ref("parameters", "IdempotencyKey")] : []),
  ]
}

const idOrHandle = ({ path }: RouteDefinition, name: string) =>
  name === "id" && path.startsWith("/store/membership-plans/:id")

const QUERY: Record<string, string> = {
  fields: "Fields of the answer, as on the platform's own routes: `+name` adds, `-name` leaves out.",
  order: "A field to sort by; a leading minus sorts downwards.",
  q: "Free text.",
}

/** Exactly one of the two, which a schema of single fields cannot say. */
function bodySchema(body: ZodType): Json {
  const schema = toSchema(body, "input")
  const fields = (schema.properties ?? {}) as Json
  if (!("seats" in fields && "people" in fields)) return schema
  return { ...schema, oneOf: [{ required: ["seats"] }, { required: ["people"] }] }
}

function security({ path, customer }: RouteDefinition): Json[] {
  if (path.startsWith("/admin/"))
    return [{ admin_bearer: [] }, { admin_session: [] }, { admin_secret_key: [] }]
  if (isBankPage({ path })) return []
  if (isFrontDesk({ path })) return [{ device_bearer: [] }, { admin_bearer: [] }, { admin_session: [] }]
  const with_customer = [
    { publishable_key: [], customer_bearer: [] },
    { publishable_key: [], customer_session: [] },
  ]
  return customer === "required"
    ? with_customer
    : [...(customer ? with_customer : []), { publishable_key: [] }]
}

const isPaged = ({ query }: RouteDefinition) =>
  Boolean(query && "limit" in query.shape && "offset" in query.shape)

/** One thing, though its name is a plural. */
const SINGULAR = [
  ...["credits", "options", "membership_forecast"],
  ...["membership_billing_settings", "membership_charge_numbers"],
]

/** Lists are named in the plural, or paged: `{ members, count, offset, limit }`. */
function answerOf(route: RouteDefinition): Json {
  const { preview, ...answers } = route.answers
  const done = doneOf(route, answers)
  if (route.previews) return { oneOf: [done, previewOf(answers.effects ?? "SeatEffect")] }
  if (preview === undefined) return done
  const told = doneOf(route, { preview })
  return Object.keys(answers).length > 0 ? { oneOf: [done, told] } : told
}

function doneOf(route: RouteDefinition, answers: RouteDefinition["answers"]): Json {
  const paged = isPaged(route)
  const fields = Object.entries(answers).map(([key, name]) => {
    const schema = ref("schemas", name)
    const is_list = (paged && !SINGULAR.includes(key)) || (key.endsWith("s") && !SINGULAR.includes(key))
    return [key, is_list ? { type: "array", items: schema } : schema] as const
  })
  const page = paged ? ["count", "offset", "limit"].map((key) => [key, { type: "integer" }] as const) : []
  const properties = Object.fromEntries<Json>([...fields, ...page])
  return { type: "object", properties, required: Object.keys(properties) }
}

const previewOf = (schema: string): Json => ({
  type: "object",
  required: ["preview"],
  properties: {
    preview: {
      type: "object",
      required: ["effects"],
      properties: { effects: { type: "array", items: ref("schemas", schema) } },
    },
  },
})

function responses(route: RouteDefinition): Json {
  const has = (status: number, told: boolean) =>
    told ? { [status]: ref("responses", `Refused${status}`) } : {}
  const writes = route.method !== "GET"
  return {
    200: { description: "Done.", ...(route.media ? text(route.media) : json(answerOf(route))) },
    ...has(400, Boolean(route.body ?? route.query)),
    ...has(401, Boolean(route.policy) || route.customer === "required" || isFrontDesk(route)),
    ...has(403, Boolean(route.policy)),
    ...has(404, route.path.includes(":") || route.path === "/store/households/mine" || writes),
    ...has(409, writes),
    ...has(422, Boolean(route.idempotent)),
  }
}

function operation(route: RouteDefinition): Json {
  const all = parameters(route)
  return {
    operationId: operationId(route),
    tags: [route.tag],
    summary: route.summary,
    security: security(route),
    ...(route.policy ? { "x-policy": `${route.policy.resource}:${route.policy.operation}` } : {}),
    ...(all.length ? { parameters: all } : {}),
    ...(route.body ? { requestBody: { required: true, ...json(bodySchema(route.body)) } } : {}),
    responses: responses(route),
  }
}

const statusOf = (code: string): number => refusalOf({ code })!.status

const SENTENCES: Record<number, string> = {
  400: "A field is wrong (`invalid_request`, with `details.problems` naming each), or a rule says no.",
  401: "Nobody is logged in. The platform answers this by itself: `{ message }` and no code; `/front-desk` with a code.",
  403: "The roles of this user do not allow it (where roles are switched on). The platform's answer, without a code.",
  404: "There is none, or none that the caller may see.",
  409: "It is not as the request takes it to be.",
  422: "The same Idempotency-Key came with another body.",
}

function refusals(): Json {
  const of = (status: number) => DOMAIN_ERROR_CODES.filter((code) => statusOf(code) === status)
  const entries = Object.entries(SENTENCES).map(([status, sentence]) => {
    const codes = of(Number(status))
    const list = codes.length ? ` Codes: ${codes.map((code) => `\`${code}\``).join(", ")}.` : ""
    const schema = ["401", "403"].includes(status) ? "PlatformError" : "Error"
    return [`Refused${status}`, { description: sentence + list, ...json(ref("schemas", schema)) }]
  })
  return Object.fromEntries(entries) as Json
}

const errorSchemas: Record<string, Json> = {
  ErrorCode: {
    type: "string",
    description: "Codes of the rules. Stable; compare these, never the sentence.",
    enum: [...DOMAIN_ERROR_CODES],
  },
  Error: {
    type: "object",
    required: ["type", "code", "message"],
    properties: {
      type: { type: "string", description: "The platform's error type: invalid_data, not_found, conflict …" },
      code: {
        anyOf: [ref("schemas", "ErrorCode"), { type: "string" }],
        description:
          "A rule's code, `invalid_request`, or the platform's own type where the platform refuses.",
      },
      message: { type: "string", description: "A plain sentence that says what to do." },
      details: { type: "object", additionalProperties: true, description: "The facts behind it." },
    },
  },
  PlatformError: {
    type: "object",
    required: ["message"],
    properties: { type: { type: "string" }, message: { type: "string" } },
  },
}

const securitySchemes: Json = {
  admin_bearer: { type: "http", scheme: "bearer", description: "A staff user's JWT." },
  admin_session: {
    type: "apiKey",
    in: "cookie",
    name: "connect.sid",
    description: "A staff user's session.",
  },
  admin_secret_key: { type: "http", scheme: "basic", description: "A secret API key as the user name." },
  device_bearer: { type: "http", scheme: "bearer", description: "The token of a front-desk device." },
  publishable_key: { type: "apiKey", in: "header", name: "x-publishable-api-key" },
  customer_bearer: { type: "http", scheme: "bearer", description: "A customer's JWT." },
  customer_session: {
    type: "apiKey",
    in: "cookie",
    name: "connect.sid",
    description: "A customer's session.",
  },
}

const idempotencyKey: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  schema: { type: "string", maxLength: 255 },
  description:
    "The same key with the same body replays the first success; with another body it is `idempotency_key_reused`; " +
    "while the first call runs it is `idempotency_key_in_progress`. A refusal is not kept.",
}

const byPath = (a: RouteDefinition, b: RouteDefinition) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)

/** The OpenAPI 3.0 description of our routes, made from the table that also guards them. */
export function describeApi(routes: readonly RouteDefinition[], version: string) {
  const sorted = [...routes].sort(byPath)
  const paths: Record<string, Json> = {}
  for (const route of sorted) {
    const path = openApiPath(route.path)
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(route) }
  }
  const used = new Set(sorted.flatMap((route) => Object.values(route.answers)))
  const answers = [...used].sort().map((name) => {
    const schema = ANSWERS[name]
    if (!schema) throw new Error(`The answer ${name} has no schema; add it to src/api/openapi/answers-*.ts.`)
    return [name, answerSchema(schema)] as const
  })
  return {
    openapi: "3.0.3",
    info: {
      title: "medusa-plugin-memberships",
      version,
      license: { name: "MIT" },
      description:
        "The routes that the plugin adds to a Medusa application. Made by `npm run openapi` from the route table. " +
        "Answers are described with their default fields; `fields` can choose others. Answers may gain fields.",
    },
    servers: [{ url: "http://localhost:9000" }],
    tags: [...new Set(sorted.map(({ tag }) => tag))].sort().map((name) => ({ name })),
    paths,
    components: {
      securitySchemes,
      parameters: { IdempotencyKey: idempotencyKey },
      responses: refusals(),
      schemas: { ...errorSchemas, ...Object.fromEntries(answers) } as Record<string, Json>,
    },
  }
}
