/** Something that the studio names by an id. */
interface Named {
  id: string
  name: string
}

/** The names of what is listed; an id that has none any more stands for itself. */
export const namesOf = (ids: readonly string[], all: readonly Named[]): string[] =>
  ids.map((id) => all.find((each) => each.id === id)?.name ?? id)
