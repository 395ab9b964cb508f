import { useText } from "../text/use-text"

interface CrumbProps {
  /** Not there before the page's own request has answered. */
  name: string | undefined
  error: Error | null
}

/** The last step of the way to a page: nothing while it loads, and a dash where there is nothing. */
export function Crumb({ name, error }: CrumbProps) {
  const t = useText()
  if (name === undefined && error === null) return null
  return <span className="inline-block max-w-60 truncate align-bottom">{name ?? t("none")}</span>
}
