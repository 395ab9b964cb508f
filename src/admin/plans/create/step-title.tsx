import { Heading, Text } from "@medusajs/ui"

export const StepTitle = ({ title, hint }: { title: string; hint?: string }) => (
  <div className="flex flex-col gap-y-1">
    <Heading>{title}</Heading>
    {hint && (
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {hint}
      </Text>
    )}
  </div>
)
