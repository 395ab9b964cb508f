import { useFormat } from "../text/use-format"

/** What stands before the cents in the reader's language. */
export function useDecimalSign(): "." | "," {
  return useFormat().money(1.5, "eur").includes(",") ? "," : "."
}
