import { Button, clx } from "@medusajs/ui"
import type { ComponentProps } from "react"

/** Across a counter, what a button says is read while it cannot be pressed, too. */
export function DeskButton({ className, ...props }: ComponentProps<typeof Button>) {
  return <Button className={clx("disabled:text-ui-fg-subtle", className)} {...props} />
}
