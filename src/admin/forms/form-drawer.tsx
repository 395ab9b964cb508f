import { KeyboundForm, RouteDrawer } from "@medusajs/dashboard/components"
import { Button, Heading } from "@medusajs/ui"
import type { FormEventHandler, KeyboardEvent, ReactNode } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"
import { DrawerHead } from "../parts/heads"
import { useText } from "../text/use-text"

interface FormDrawerProps<Values extends FieldValues> {
  title: string
  description?: string
  form: UseFormReturn<Values>
  onSubmit: FormEventHandler<HTMLFormElement>
  /** "Save" when left out. */
  submitText?: string
  /** "Cancel" when left out, which is not said beside what cancels something. */
  closeText?: string
  /** What would be saved is not known yet, or refused: neither the button nor the keyboard submits it. */
  isBlocked?: boolean
  /** Of what cannot simply be done again the other way round. */
  isDestructive?: boolean
  /** For what a scanner types: it presses Enter, which the dashboard's forms otherwise take only with Ctrl or Cmd. */
  submitsOnEnter?: boolean
  children: ReactNode
}

/** The inside of a `RouteDrawer`: scrolling fields, and Cancel and Save below. Asks before unsaved changes are lost. */
export function FormDrawer<Values extends FieldValues>({
  title,
  description,
  form,
  onSubmit,
  submitText,
  closeText,
  isBlocked = false,
  isDestructive = false,
  submitsOnEnter = false,
  children,
}: FormDrawerProps<Values>) {
  const t = useText()
  return (
    <>
      <DrawerHead>
        <RouteDrawer.Title asChild>
          <Heading>{title}</Heading>
        </RouteDrawer.Title>
        {description && (
          <RouteDrawer.Description className="text-ui-fg-subtle txt-small">
            {description}
          </RouteDrawer.Description>
        )}
      </DrawerHead>
      <RouteDrawer.Form form={form}>
        <KeyboundForm
          onSubmit={isBlocked ? (event) => event.preventDefault() : onSubmit}
          onKeyDown={submitsOnEnter ? submitOnEnter : undefined}
          noValidate
          className="flex flex-1 flex-col overflow-hidden"
        >
          <RouteDrawer.Body className="flex flex-1 flex-col gap-y-6 overflow-y-auto">
            {children}
          </RouteDrawer.Body>
          <RouteDrawer.Footer>
            <div className="flex items-center justify-end gap-x-2">
              <RouteDrawer.Close asChild>
                <Button size="small" variant="secondary" type="button">
                  {closeText ?? t("actions.cancel")}
                </Button>
              </RouteDrawer.Close>
              <Button
                size="small"
                type="submit"
                variant={isDestructive ? "danger" : "primary"}
                disabled={isBlocked}
                isLoading={form.formState.isSubmitting}
              >
                {submitText ?? t("actions.save")}
              </Button>
            </div>
          </RouteDrawer.Footer>
        </KeyboundForm>
      </RouteDrawer.Form>
    </>
  )
}

function submitOnEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return
  event.preventDefault()
  event.currentTarget.requestSubmit()
}
