import { createHash } from "node:crypto"
import type {
  AuthenticatedMedusaRequest,
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import { membershipModule } from "./handler"

const KEY_MAX = 255

const bodyHash = (req: MedusaRequest): string =>
  createHash("sha256")
    .update(JSON.stringify([req.params, req.validatedBody ?? req.body ?? null]))
    .digest("hex")

/** The request's `Idempotency-Key`; null without one. @throws MedusaError when it is too long to be kept */
export function keyOf(req: MedusaRequest): string | null {
  const key = req.get("Idempotency-Key")
  if (!key) return null
  if (key.length <= KEY_MAX) return key
  const message = `The Idempotency-Key header takes at most ${KEY_MAX} characters.`
  throw new MedusaError(MedusaError.Types.INVALID_DATA, message, "invalid_request")
}

function callerOf(req: MedusaRequest): string {
  const { auth_context, publishable_key_context } = req as Partial<AuthenticatedMedusaRequest>
  if (auth_context?.actor_id) return `${auth_context.actor_type}:${auth_context.actor_id}`
  return `key:${publishable_key_context?.key ?? "none"}`
}

/**
 * With an `Idempotency-Key` the first success is kept and replayed to the same caller, route, key and body.
 * The same key with another body is `idempotency_key_reused`; while the first call runs, others are told so.
 * A refusal is not kept: nothing was created, so the caller may mend the cause and send the key again.
 */
export const idempotent =
  (route: string) =>
  async (req: MedusaRequest, res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const key = keyOf(req)
    if (key === null) {
      next()
      return
    }
    const keys = membershipModule(req)
    const claim = { scope: `${route} ${callerOf(req)}`, key, body_hash: bodyHash(req) }
    const earlier = await keys.claimIdempotencyKey(claim)
    if (earlier) {
      res.setHeader("Idempotent-Replayed", "true")
      res.status(earlier.status).json(earlier.body)
      return
    }
    keepAnswer(res, {
      keep: (status, body) => keys.settleIdempotencyKey(claim, { status, body }),
      release: () => keys.releaseIdempotencyKey(claim),
    })
    next()
  }

interface Settlement {
  keep: (status: number, body: unknown) => Promise<void>
  release: () => Promise<void>
}

/** Stores the answer before it goes out: a client that saw an answer can rely on its replay. */
function keepAnswer(res: MedusaResponse, { keep, release }: Settlement): void {
  const send = res.json.bind(res)
  res.json = (body: unknown) => {
    const status = res.statusCode
    const settled = status < 400 ? keep(status, body) : release()
    settled.then(
      () => send(body),
      () => send(body)
    )
    return res
  }
}
