import { Text } from "@medusajs/ui"

/** Several sentences in the place of a row's value. */
export const Lines = ({ of }: { of: readonly string[] }) => (
  <div className="flex min-w-0 flex-col gap-y-1">
    {of.map((line) => (
      <Text key={line} size="small" leading="compact" className="text-pretty break-words">
        {line}
      </Text>
    ))}
  </div>
)
