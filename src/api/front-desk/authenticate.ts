import {
  authenticate,
  type AuthenticatedMedusaRequest,
  type MedusaNextFunction,
  type MedusaRequest,
  type MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys, FeatureFlag, MedusaError } from "@medusajs/framework/utils"
import { hasPermission } from "@medusajs/framework"
import type { Actor } from "../../domain/actor"
import type { FrontDeskDevice } from "../../modules/membership/types"
import type { RoutePolicy } from "../http/route-table"
import { actorOf, membershipModule } from "../http/handler"
import { looksLikeDeviceToken, signDeviceToken, verifyDeviceToken } from "./device-token"

/** Who stands at the front desk: a device at its location, or a staff user, who says where they are. */
export interface FrontDesk {
  readonly device: FrontDeskDevice | null
  readonly actor: Actor
}

declare module "@medusajs/framework/http" {
  interface MedusaRequest {
    /** Set on the routes of `/front-desk`. */
    front_desk?: FrontDesk
  }
}

/**
 * Lets a device in by its token, or a staff user by the platform's session or bearer; whoever else is 401 (ACCESS-7).
 * A device token is none of the platform's, so it opens no other area.
 */
export async function authenticateFrontDesk(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const token = bearerOf(req)
  if (token !== null && looksLikeDeviceToken(token)) {
    const device = await deviceOf(req, token)
    if (device === null) throw unauthorized("This device's token was renewed or revoked, or is none of ours.")
    asActor(req, { actor_type: "device", actor_id: device.id })
    req.front_desk = { device, actor: actorOf(req) }
    next()
    return
  }
  const staff = authenticate("user", ["session", "bearer"], { allowUnauthenticated: true, requireMfa: true })
  staff(req, res, (error?: unknown) => {
    const actor = actorOf(req)
    if (error || actor.type !== "user") {
      next(error ?? unauthorized("Log in, or use the token of a front-desk device."))
      return
    }
    req.front_desk = { device: null, actor }
    next()
  })
}

/** A device may do what its area is for; staff what their roles say, where roles are switched on. */
export const mayAtTheDesk =
  (policy: RoutePolicy | undefined) =>
  async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    if (policy && frontDeskOf(req).device === null) {
      const { app_metadata } = (req as AuthenticatedMedusaRequest).auth_context as Partial<AuthContext>
      const roles = (app_metadata?.roles ?? []) as string[]
      const may = roles.length > 0 && (await hasPermission({ roles, actions: policy, container: req.scope }))
      if (FeatureFlag.isFeatureEnabled("rbac") && !may)
        throw new MedusaError(MedusaError.Types.FORBIDDEN, "Your role does not allow this at the front desk.")
    }
    next()
  }

type AuthContext = AuthenticatedMedusaRequest["auth_context"]

/** Who asks, on a route of `/front-desk`. */
export function frontDeskOf(req: MedusaRequest): FrontDesk {
  if (!req.front_desk) throw unauthorized("Log in, or use the token of a front-desk device.")
  return req.front_desk
}

/** A token for a device, to be told once. */
export const deviceTokenOf = (
  req: MedusaRequest,
  { id, token_version }: { id: string; token_version: number }
) => signDeviceToken({ device_id: id, token_version }, secretOf(req))

function bearerOf(req: MedusaRequest): string | null {
  const [, token] = /^Bearer (\S+)$/i.exec(req.get("authorization") ?? "") ?? []
  return token ?? null
}

async function deviceOf(req: MedusaRequest, token: string): Promise<FrontDeskDevice | null> {
  const claim = verifyDeviceToken(token, secretOf(req))
  if (claim === null) return null
  const { device_id: id, token_version } = claim
  return membershipModule(req).findFrontDeskDevice({ id, token_version })
}

function secretOf(req: MedusaRequest): string {
  const { http } = req.scope.resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
  const secret = http.jwtSecret
  if (typeof secret === "string") return secret
  const message = "Front-desk devices need a jwtSecret that is a text."
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, message)
}

/** For the audit trail, and for whose an Idempotency-Key is. */
function asActor(
  req: MedusaRequest,
  actor: Pick<AuthenticatedMedusaRequest["auth_context"], "actor_id" | "actor_type">
) {
  const context = { ...actor, auth_identity_id: "", app_metadata: {}, user_metadata: {} }
  ;(req as AuthenticatedMedusaRequest).auth_context = context
}

const unauthorized = (message: string) => new MedusaError(MedusaError.Types.UNAUTHORIZED, message)
