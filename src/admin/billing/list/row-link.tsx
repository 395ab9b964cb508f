import { Link } from "react-router-dom"

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
