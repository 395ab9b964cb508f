import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form"
import { ApiError } from "../platform/api"
import { useErrorText } from "../text/use-error-text"

interface SaveOptions<Values extends FieldValues, Answer> {
  save: (values: Values) => Promise<Answer>
  /** The toast: what happened. */
  saved: string | ((answer: Answer) => string)
  /** Where the modal leads after saving; to where it was opened when left out. */
  to?: (answer: Answer) => string
}

/**
 * Submits a form inside a route modal: saves, says so and closes. A refusal is shown at the fields that the server
 * names, and as a toast where the form has no such field; the modal then stays open with everything in it.
 */
export function useSave<Values extends FieldValues, Answer>(
  form: UseFormReturn<Values>,
  { save, saved, to }: SaveOptions<Values, Answer>
) {
  const { handleSuccess } = useRouteModal()
  const errorText = useErrorText()
  return form.handleSubmit(async (values) => {
    try {
      const answer = await save(values)
      toast.success(typeof saved === "string" ? saved : saved(answer))
      handleSuccess(to?.(answer))
    } catch (error) {
      if (!showAtFields(form, error, errorText)) toast.error(errorText(error))
    }
  })
}

/**
 * @param textOf says the one refusal that names a single field, in the reader's language; problems of a body's shape
 *   keep the server's words
 * @returns whether every problem has found its field
 */
export function showAtFields<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  error: unknown,
  textOf: (error: ApiError) => string = ({ message }) => message
): boolean {
  if (!(error instanceof ApiError)) return false
  const single = error.details.field
  const named = typeof single === "string" ? [{ field: single, message: textOf(error) }] : []
  const problems = error.problems.length ? error.problems : named
  const known = problems.filter(({ field }) => hasField(form.getValues(), field))
  known.forEach(({ field, message }, index) => {
    form.setError(field as FieldPath<Values>, { type: "server", message }, { shouldFocus: index === 0 })
  })
  return known.length > 0 && known.length === problems.length
}

function hasField(values: unknown, path: string): boolean {
  const [first = "", ...rest] = path.split(".")
  if (typeof values !== "object" || values === null || !(first in values)) return false
  return rest.length === 0 || hasField((values as Record<string, unknown>)[first], rest.join("."))
}
