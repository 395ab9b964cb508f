import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"

/** Short sentences below each other, in the place of a row's value. */
export const Lines = ({ of }: { of: string[] }) => (
  <div className="flex min-w-0 flex-col gap-y-1">
    {of.map((line) => (
      <Text key={line} size="small" leading="compact" className="break-words text-pretty">
        {line}
      </Text>
    ))}
  </div>
)

/** A value with a remark below it. */
export const WithHint = ({ children, hint }: { children: ReactNode; hint: string }) => (
  <div className="flex min-w-0 flex-col gap-y-1">
    {children}
    <Text size="xsmall" className="text-ui-fg-subtle break-words text-pretty">
      {hint}
    </Text>
  </div>
)

const LINK =
  "text-ui-tag-blue-text hover:underline focus-visible:shadow-borders-focus min-w-0 break-words rounded-sm outline-none"

export const PageLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link to={to} className={LINK}>
    {children}
  </Link>
)
