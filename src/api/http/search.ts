type Filter = Record<string, unknown>

/**
 * The filter of a search in which each word has to stand in one of several fields, in any of them: "ann lee" finds
 * Ann, whose last name is Lee. Blank text filters nothing.
 * @param anywhere the fields in which a word may stand
 */
export function searchFilter(q: string | undefined, anywhere: (contains: Filter) => Filter[]): Filter {
  const words = (q ?? "").trim().split(/\s+/).filter(Boolean)
  if (words.length === 0) return {}
  return {
    $and: words.map((word) => ({ $or: anywhere({ $ilike: `%${word.replace(/[\\%_]/g, "\\$&")}%` }) })),
  }
}
