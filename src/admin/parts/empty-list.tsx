import { Button, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"

interface EmptyListProps {
  heading: string
  description: string
  action: { label: string; to: string }
}

/** In place of a table's rows: what the dashboard says there, and the way to the first one. */
export function EmptyList({ heading, description, action }: EmptyListProps) {
  return (
    <div className="flex flex-col items-center gap-y-4">
      <div className="flex flex-col items-center gap-y-2 text-center">
        <Text size="base" weight="plus">
          {heading}
        </Text>
        <Text className="text-pretty">{description}</Text>
      </div>
      <Button size="small" variant="secondary" asChild>
        <Link to={action.to}>{action.label}</Link>
      </Button>
    </div>
  )
}
