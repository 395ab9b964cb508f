/** Keys of one resource, from the widest to the narrowest: a prefix invalidates everything below it. */
export const keysOf = <Name extends string>(resource: Name) => ({
  all: [resource] as const,
  lists: [resource, "list"] as const,
  list: (query: object) => [resource, "list", query] as const,
  details: [resource, "detail"] as const,
  detail: (id: string, part = "one") => [resource, "detail", id, part] as const,
})
