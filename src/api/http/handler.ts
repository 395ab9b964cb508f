import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import type { MembershipModuleService } from "../../modules/membership"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { Actor } from "../../domain/actor"
import { sendError } from "./errors"

type Handler<Body> = (req: AuthenticatedMedusaRequest<Body>, res: MedusaResponse) => Promise<void>

/** A route of ours: its refusals go out in the shape of the contract, `{ type, code, message, details? }`. */
export const handle =
  <Body = unknown>(handler: Handler<Body>) =>
  async (req: AuthenticatedMedusaRequest<Body>, res: MedusaResponse): Promise<void> => {
    try {
      await handler(req, res)
    } catch (error) {
      sendError(error, req, res)
    }
  }

type Middleware = (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction) => unknown

/** A middleware of ours, or of the platform on our routes, with refusals in the same shape. */
export const guard =
  (middleware: Middleware) =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const refuse = (error?: unknown) => {
      if (error) sendError(error, req, res)
      else next()
    }
    try {
      await middleware(req, res, refuse as MedusaNextFunction)
    } catch (error) {
      sendError(error, req, res)
    }
  }

const ACTOR_TYPES: readonly string[] = ["user", "customer", "api-key", "device"]

/** Who calls, for the audit trail. */
export function actorOf(req: MedusaRequest | AuthenticatedMedusaRequest): Actor {
  const { actor_type, actor_id } = (req as Partial<AuthenticatedMedusaRequest>).auth_context ?? {}
  if (!actor_type || !actor_id || !ACTOR_TYPES.includes(actor_type)) return { type: "customer", id: null }
  return { type: actor_type as Actor["type"], id: actor_id }
}

export const membershipModule = (req: Pick<MedusaRequest, "scope">): MembershipModuleService =>
  req.scope.resolve(MEMBERSHIP_MODULE)
