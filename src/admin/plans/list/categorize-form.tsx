import { Form, KeyboundForm } from "@medusajs/dashboard/components"
import { Button, Drawer, Heading, toast } from "@medusajs/ui"
import { useForm } from "react-hook-form"
import { DrawerHead } from "../../parts/heads"
import { useErrorText } from "../../text/use-error-text"
import { type Text, useText } from "../../text/use-text"
import { useCategorizePlans } from "../queries/plans"
import { RevenueCategoryField } from "./revenue-category-field"

interface CategorizeFormProps {
  ids: string[]
  onSaved: () => void
}

const savedText = (count: number, category: string | null, t: Text) =>
  category ? t("plans.category.saved", { count, category }) : t("plans.category.removed", { count })

export function CategorizeForm({ ids, onSaved }: CategorizeFormProps) {
  const t = useText()
  const errorText = useErrorText()
  const { mutateAsync } = useCategorizePlans()
  const form = useForm<{ revenue_category: string | null }>({ defaultValues: { revenue_category: null } })
  const count = ids.length

  const save = form.handleSubmit(async ({ revenue_category }) => {
    try {
      await mutateAsync({ ids, revenue_category })
      toast.success(savedText(count, revenue_category, t))
      onSaved()
    } catch (error) {
      toast.error(errorText(error))
    }
  })
  return (
    <Form {...form}>
      <KeyboundForm onSubmit={save} noValidate className="flex flex-1 flex-col overflow-hidden">
        <DrawerHead>
          <Drawer.Title asChild>
            <Heading>{t("plans.category.title")}</Heading>
          </Drawer.Title>
          <Drawer.Description className="text-ui-fg-subtle txt-small">
            {t("plans.category.detail", { count })}
          </Drawer.Description>
        </DrawerHead>
        <Drawer.Body className="flex-1 overflow-y-auto">
          <RevenueCategoryField control={form.control} name="revenue_category" />
        </Drawer.Body>
        <Drawer.Footer>
          <Drawer.Close asChild>
            <Button size="small" variant="secondary" type="button">
              {t("actions.cancel")}
            </Button>
          </Drawer.Close>
          <Button size="small" type="submit" isLoading={form.formState.isSubmitting}>
            {t("actions.save")}
          </Button>
        </Drawer.Footer>
      </KeyboundForm>
    </Form>
  )
}
