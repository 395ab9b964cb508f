import { Button, Container } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { ApiError } from "../platform/api"
import { useText } from "../text/use-text"
import { LoadError, Notice } from "./load-error"
import { LoadingSections } from "./loading-sections"

interface PageStateProps {
  error: Error | null
  onRetry: () => unknown
  /** What to say of an id that there is not, and where to go instead. */
  notFound: { title: string; to: string; link: string }
}

/** A detail page without its data: loading, not there, not allowed, or failed. */
export function PageState({ error, onRetry, notFound }: PageStateProps) {
  const t = useText()
  if (!error) return <LoadingSections />
  return (
    <Container className="p-0">
      {error instanceof ApiError && error.status === 404 ? (
        <Notice title={notFound.title} detail={t("states.notFoundDetail")}>
          <Button size="small" variant="secondary" asChild>
            <Link to={notFound.to}>{notFound.link}</Link>
          </Button>
        </Notice>
      ) : (
        <LoadError error={error} onRetry={onRetry} />
      )}
    </Container>
  )
}
