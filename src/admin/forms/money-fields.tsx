import { Form } from "@medusajs/dashboard/components"
import { clx } from "@medusajs/ui"
import type { Control, FieldPath, FieldValues } from "react-hook-form"
import { useFormat } from "../text/use-format"
import type { FieldProps } from "./field"
import { FieldGroup } from "./field-group"

interface MoneyFieldsProps<Values extends FieldValues> extends Omit<FieldProps<Values>, "optional"> {
  currency_codes: readonly string[]
}

/**
 * An amount in each of some currencies. The form's value is a `MoneyRecord`: code → as typed, blank is none; see
 * `money.ts` for what is sent. A fault belongs to one currency, such as `signup_fee.eur`.
 */
export function MoneyFields<Values extends FieldValues>({
  control,
  name,
  currency_codes,
  label,
  hint,
  disabled,
}: MoneyFieldsProps<Values>) {
  return (
    <FieldGroup {...{ label, hint }}>
      <div className={clx("grid grid-cols-1 gap-2", currency_codes.length > 1 && "sm:grid-cols-2")}>
        {currency_codes.map((code) => (
          <MoneyInput
            key={code}
            {...{ control, code, disabled }}
            name={`${name}.${code}` as FieldPath<Values>}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

interface MoneyInputProps<Values extends FieldValues> {
  control: Control<Values>
  name: FieldPath<Values>
  code: string
  disabled: boolean | undefined
}

/** Looks like the platform's input of an amount, which would drop the comma or the point of the other language. */
function MoneyInput<Values extends FieldValues>({ control, name, code, disabled }: MoneyInputProps<Values>) {
  const symbol = useSymbol(code)
  return (
    <Form.Field
      control={control}
      name={name}
      render={({ field, fieldState: { invalid } }) => (
        <Form.Item>
          <div
            className={clx(
              "bg-ui-bg-field hover:bg-ui-bg-field-hover shadow-borders-base txt-compact-small flex h-8 w-full items-center overflow-hidden rounded-md",
              "focus-within:shadow-borders-interactive-with-active transition-fg",
              { "!shadow-borders-error": invalid, "!bg-ui-bg-disabled": disabled }
            )}
          >
            <span className="flex h-full min-w-12 items-center justify-center border-r px-2">
              <Form.Label className="text-ui-fg-subtle">{code.toUpperCase()}</Form.Label>
            </span>
            <Form.Control>
              <input
                {...field}
                value={field.value ?? ""}
                disabled={disabled}
                inputMode="decimal"
                autoComplete="off"
                className="text-ui-fg-base disabled:text-ui-fg-disabled h-full min-w-0 flex-1 bg-transparent px-2 text-right outline-none disabled:cursor-not-allowed"
              />
            </Form.Control>
            {symbol && (
              <span
                aria-hidden
                className="text-ui-fg-subtle flex h-full min-w-8 items-center justify-center border-l px-2"
              >
                {symbol}
              </span>
            )}
          </div>
          <Form.ErrorMessage />
        </Form.Item>
      )}
    />
  )
}

/** `€`, or nothing where the reader's language writes the code itself. */
function useSymbol(code: string): string | null {
  const symbol = useFormat()
    .money(0, code)
    .replace(/[\d\s.,]/g, "")
  return symbol.toUpperCase() === code.toUpperCase() ? null : symbol
}
