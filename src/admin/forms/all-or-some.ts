/** What was chosen stays while all are taken, and is not sent then. */
export interface AllOrSome {
  all: boolean
  ids: string[]
}

export const allOrSome = (ids: readonly string[] | null): AllOrSome => ({
  all: ids === null,
  ids: [...(ids ?? [])],
})

/** As the server has it: null is all. */
export const idsOf = ({ all, ids }: AllOrSome): string[] | null => (all ? null : ids)
