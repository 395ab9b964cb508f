import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { ZodType } from "@medusajs/framework/zod"

interface Problem {
  field: string
  message: string
}

/**
 * Checks a body against its strict schema; every wrong field is named at once (SAFE-1), so that a form can show
 * all of them. The values themselves are not repeated: one could be a child's date of birth.
 */
export const validateBody =
  (schema: ZodType) =>
  async (req: MedusaRequest, _res: MedusaResponse, next: MedusaNextFunction): Promise<void> => {
    const parsed = await schema.safeParseAsync(req.body ?? {})
    if (parsed.success) {
      req.validatedBody = parsed.data
      next()
      return
    }
    const problems: Problem[] = parsed.error.issues.flatMap((issue) => {
      const path = issue.path.join(".")
      const unknown = issue.code === "unrecognized_keys" ? issue.keys : null
      if (!unknown) return [{ field: path || "body", message: issue.message }]
      return unknown.map((key) => ({
        field: path ? `${path}.${key}` : key,
        message: "This field is not known here; remove it.",
      }))
    })
    const sentence = problems.map(({ field, message }) => `${field}: ${message}`).join("; ")
    const error = new MedusaError(MedusaError.Types.INVALID_DATA, sentence, "invalid_request")
    throw Object.assign(error, { details: { problems } })
  }
