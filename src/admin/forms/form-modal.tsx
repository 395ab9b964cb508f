import { KeyboundForm, RouteFocusModal } from "@medusajs/dashboard/components"
import { Button, Heading, Text } from "@medusajs/ui"
import type { FormEventHandler, ReactNode } from "react"
import type { FieldValues, UseFormReturn } from "react-hook-form"
import { ModalHead } from "../parts/heads"
import { useText } from "../text/use-text"

interface FormModalProps<Values extends FieldValues> {
  title: string
  description: string
  form: UseFormReturn<Values>
  onSubmit: FormEventHandler<HTMLFormElement>
  submitText: string
  children: ReactNode
}

/** The inside of a `RouteFocusModal` that creates something in one step. Asks before unsaved changes are lost. */
export function FormModal<Values extends FieldValues>({
  title,
  description,
  form,
  onSubmit,
  submitText,
  children,
}: FormModalProps<Values>) {
  const t = useText()
  return (
    <RouteFocusModal.Form form={form}>
      <KeyboundForm onSubmit={onSubmit} noValidate className="flex h-full flex-col overflow-hidden">
        <ModalHead />
        <RouteFocusModal.Body className="flex flex-1 flex-col items-center overflow-y-auto px-4 py-10 md:py-16">
          <div className="flex w-full max-w-[720px] flex-col gap-y-8">
            <div className="flex flex-col gap-y-1">
              <RouteFocusModal.Title asChild>
                <Heading>{title}</Heading>
              </RouteFocusModal.Title>
              <RouteFocusModal.Description asChild>
                <Text size="small" className="text-ui-fg-subtle">
                  {description}
                </Text>
              </RouteFocusModal.Description>
            </div>
            {children}
          </div>
        </RouteFocusModal.Body>
        <RouteFocusModal.Footer>
          <div className="flex items-center justify-end gap-x-2">
            <RouteFocusModal.Close asChild>
              <Button size="small" variant="secondary" type="button">
                {t("actions.cancel")}
              </Button>
            </RouteFocusModal.Close>
            <Button size="small" type="submit" isLoading={form.formState.isSubmitting}>
              {submitText}
            </Button>
          </div>
        </RouteFocusModal.Footer>
      </KeyboundForm>
    </RouteFocusModal.Form>
  )
}
