import { type ComponentType, createElement, lazy, Suspense } from "react"

/**
 * A part of a page whose code is fetched when it is first drawn. The dashboard loads the entry of every page with itself,
 * so that whatever an entry imports at once is paid by everybody, on every page.
 */
export function lazily<Props extends object>(
  load: () => Promise<ComponentType<Props>>
): ComponentType<Props> {
  const Loaded = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>
  const Lazily = (props: Props) => <Suspense fallback={null}>{createElement(Loaded, props)}</Suspense>
  return Lazily
}
