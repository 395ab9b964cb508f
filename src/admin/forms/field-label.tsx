import { Form } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { useText } from "../text/use-text"

interface FieldLabelProps {
  children: string
  optional?: boolean
}

/** The dashboard's own mark of an optional field is too faint to be read on dark (3.3 to 1), so it stands in for its icon. */
export function FieldLabel({ children, optional = false }: FieldLabelProps) {
  const t = useText()
  const mark = (
    <Text size="small" leading="compact" className="text-ui-fg-subtle">
      {t("forms.optional")}
    </Text>
  )
  return <Form.Label icon={optional && mark}>{children}</Form.Label>
}
