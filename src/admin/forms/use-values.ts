import { type FieldValues, type UseFormReturn, useWatch } from "react-hook-form"

/** Everything that a form holds now. Each of its fields has a default, so that none is missing. */
export const useValues = <Values extends FieldValues>(form: UseFormReturn<Values>): Values =>
  useWatch({ control: form.control }) as Values
