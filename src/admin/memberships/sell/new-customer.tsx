import { Button, Input, Label, toast } from "@medusajs/ui"
import { type KeyboardEvent, useId, useState } from "react"
import { type UseFormReturn, useWatch } from "react-hook-form"
import { customerName } from "../../people/names"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import type { SaleDraft } from "./sale-draft"
import { useCreateCustomer } from "./sale-queries"

const NOBODY = { first_name: "", last_name: "", email: "" }
const NAMES = ["first_name", "last_name", "email"] as const

interface NewCustomerProps {
  form: UseFormReturn<SaleDraft>
  onCreated: () => void
}

/** Somebody whom the store does not know yet; made at once, so that the price can count them in. */
export function NewCustomer({ form, onCreated }: NewCustomerProps) {
  const t = useText()
  const errorText = useErrorText()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState(NOBODY)
  const id = useId()
  const { mutateAsync, isPending } = useCreateCustomer()
  const isChosen = useWatch({ control: form.control, name: "customer" }) !== null
  if (isChosen) return null
  if (!isOpen) {
    return (
      <Button
        type="button"
        size="small"
        variant="secondary"
        className="self-start"
        onClick={() => setOpen(true)}
      >
        {t("selling.customer.new")}
      </Button>
    )
  }
  const create = async () => {
    try {
      const customer = await mutateAsync(typed)
      form.setValue(
        "customer",
        { id: customer.id, name: customerName({ ...typed, id: customer.id }) },
        { shouldDirty: true }
      )
      form.clearErrors("customer")
      toast.success(t("selling.customer.created"))
      setTyped(NOBODY)
      setOpen(false)
      onCreated()
    } catch (error) {
      toast.error(errorText(error))
    }
  }
  // Enter belongs to these fields, not to the form around them.
  const createByKey = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.metaKey || event.ctrlKey) return
    event.preventDefault()
    if (typed.email.trim()) void create()
  }
  return (
    <div
      role="group"
      aria-label={t("selling.customer.new")}
      className="shadow-elevation-card-rest bg-ui-bg-component grid grid-cols-1 gap-4 rounded-lg p-4 md:grid-cols-2"
    >
      {NAMES.map((name, index) => (
        <div key={name} className="flex flex-col gap-y-2">
          <Label htmlFor={`${id}-${name}`} size="small" weight="plus">
            {t(`selling.customer.${name}`)}
          </Label>
          <Input
            id={`${id}-${name}`}
            type={name === "email" ? "email" : "text"}
            autoFocus={index === 0}
            autoComplete="off"
            value={typed[name]}
            onKeyDown={createByKey}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        </div>
      ))}
      <div className="flex items-end justify-end gap-x-2">
        <Button type="button" size="small" variant="secondary" onClick={() => setOpen(false)}>
          {t("actions.cancel")}
        </Button>
        <Button
          type="button"
          size="small"
          isLoading={isPending}
          disabled={!typed.email.trim()}
          onClick={() => void create()}
        >
          {t("selling.customer.create")}
        </Button>
      </div>
    </div>
  )
}
