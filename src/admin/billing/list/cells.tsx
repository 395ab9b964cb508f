import { Link } from "react-router-dom"

/** One line, whole on hovering. */
export const Short = ({ text }: { text: string }) => (
  <span title={text} className="block truncate">
    {text}
  </span>
)

/** Of the whole row only this is reached by the keyboard. */
export const RowLink = ({ to, text }: { to: string; text: string }) => (
  <Link
    to={to}
    title={text}
    onClick={(event) => event.stopPropagation()}
    className="focus-visible:shadow-borders-focus text-ui-fg-base block truncate rounded-sm outline-none"
  >
    {text}
  </Link>
)
