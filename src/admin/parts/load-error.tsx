import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../text/use-text"
import { ApiError } from "../platform/api"

interface LoadErrorProps {
  error: Error
  onRetry: () => unknown
}

const isForbidden = (error: Error) => error instanceof ApiError && error.status === 403

/** In the place of what could not be loaded: why, and what to do. */
export function LoadError({ error, onRetry }: LoadErrorProps) {
  const t = useText()
  if (isForbidden(error))
    return <Notice title={t("states.forbiddenTitle")} detail={t("states.forbiddenDetail")} />
  return (
    <Notice title={t("states.failedTitle")} detail={t("states.failedDetail")}>
      <Button size="small" variant="secondary" onClick={() => void onRetry()}>
        {t("actions.retry")}
      </Button>
    </Notice>
  )
}

interface NoticeProps {
  title: string
  detail: string
  children?: ReactNode
}

export function Notice({ title, detail, children }: NoticeProps) {
  return (
    <div role="alert" className="flex flex-col items-center gap-y-4 px-6 py-16 text-center">
      <ExclamationCircle className="text-ui-fg-subtle" />
      <div className="flex flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {title}
        </Text>
        <Text size="small" className="text-ui-fg-subtle">
          {detail}
        </Text>
      </div>
      {children}
    </div>
  )
}
