/** One line of a table's cell, whole on hovering. */
export const Short = ({ text }: { text: string }) => (
  <span title={text} className="block truncate">
    {text}
  </span>
)
