import { CheckCircleSolid, ExclamationCircleSolid, XCircleSolid } from "@medusajs/icons"
import { clx, Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

const KINDS = {
  good: {
    icon: CheckCircleSolid,
    look: "bg-ui-tag-green-bg border-ui-tag-green-border text-ui-tag-green-text",
  },
  bad: { icon: XCircleSolid, look: "bg-ui-tag-red-bg border-ui-tag-red-border text-ui-tag-red-text" },
  warning: {
    icon: ExclamationCircleSolid,
    look: "bg-ui-tag-orange-bg border-ui-tag-orange-border text-ui-tag-orange-text",
  },
}

interface BannerProps {
  kind: keyof typeof KINDS
  title: string
  children?: ReactNode
}

/** To be read from across a counter: a sign, words and a colour, which all say the same. */
export function Banner({ kind, title, children }: BannerProps) {
  const { icon: Icon, look } = KINDS[kind]
  return (
    <div className={clx("flex items-start gap-x-3 rounded-lg border p-4", look)}>
      <Icon aria-hidden className="mt-1 size-6 shrink-0 [&>path]:fill-current" />
      <div className="flex min-w-0 flex-col gap-y-1">
        <Heading level="h2" className="break-words text-2xl leading-8">
          {title}
        </Heading>
        {children}
      </div>
    </div>
  )
}
