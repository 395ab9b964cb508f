import { authenticate, validateAndTransformQuery, type MiddlewareRoute } from "@medusajs/framework/http"
import type { ZodObject, ZodType } from "@medusajs/framework/zod"
import { authenticateFrontDesk, mayAtTheDesk } from "../front-desk/authenticate"
import { guard } from "./handler"
import { idempotent } from "./idempotency"
import { validateBody } from "./validate-body"

/** Staff permission by the platform's roles; checked where they are switched on. */
export interface RoutePolicy {
  readonly resource: string
  readonly operation: "read" | "create" | "update" | "delete"
}

/** Default and allowed fields of a route's answer, as the platform's query config. */
export interface RouteFields {
  readonly defaults: string[]
  /** Store routes list what may leave; admin routes may select anything that is linked. */
  readonly allowed?: string[]
  /** Fields that never leave by this route, whoever asks. */
  readonly disallowed?: string[]
  readonly isList?: boolean
  readonly defaultLimit?: number
}

/**
 * One route of ours. The table of all of them is the one source for validation, permissions, idempotency and the
 * OpenAPI description, so none of them can drift from the others.
 */
export interface RouteDefinition {
  readonly method: "GET" | "POST" | "DELETE"
  /** Express form: `/admin/membership-plans/:id`. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly body?: ZodType
  readonly query?: ZodObject
  readonly fields?: RouteFields
  readonly policy?: RoutePolicy
  /** Writes that create or charge accept `Idempotency-Key`. */
  readonly idempotent?: boolean
  /** It accepts `Idempotency-Key` too, and keeps it with what it writes. */
  readonly keepsKey?: boolean
  /** With `preview: true` it answers `{ preview: { effects } }` and writes nothing. */
  readonly previews?: boolean
  /** Store routes: a logged-in customer is needed, or used when there is one. */
  readonly customer?: "required" | "optional"
  /** It answers a page for people, or text, and no JSON. */
  readonly media?: "text/html" | "text/plain"
  /** Key of the answer and the name of its schema: `{ membership_plan: "MembershipPlan" }`. */
  readonly answers: Readonly<Record<string, string>>
}

/** The hosted page of the sandbox bank, for whoever holds its link. */
export const isBankPage = ({ path }: Pick<RouteDefinition, "path">): boolean =>
  path.startsWith("/payment-sandbox/")

/** Routes of the third area, for devices and staff at the front desk. */
export const isFrontDesk = ({ path }: Pick<RouteDefinition, "path">): boolean =>
  path.startsWith("/front-desk/")

/** The platform middleware entry that does for a route what its definition says, in this order. */
export function toMiddleware(route: RouteDefinition): MiddlewareRoute {
  const middlewares: NonNullable<MiddlewareRoute["middlewares"]> = []
  // The platform would ask a device for its roles too.
  if (isFrontDesk(route)) middlewares.push(guard(authenticateFrontDesk), guard(mayAtTheDesk(route.policy)))
  if (route.customer) {
    const allowUnauthenticated = route.customer === "optional"
    middlewares.push(authenticate("customer", ["session", "bearer"], { allowUnauthenticated }))
  }
  if (route.query) {
    const fields = route.fields ?? { defaults: [] }
    middlewares.push(
      guard(validateAndTransformQuery(route.query, { ...fields, isList: fields.isList ?? false }))
    )
  }
  if (route.body) middlewares.push(guard(validateBody(route.body)))
  if (route.idempotent) middlewares.push(guard(idempotent(`${route.method} ${route.path}`)))
  return {
    matcher: route.path,
    methods: [route.method],
    middlewares,
    ...(route.policy && !isFrontDesk(route) ? { policies: [route.policy] } : {}),
  }
}
