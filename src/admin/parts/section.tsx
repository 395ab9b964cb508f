import { Container, Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

interface SectionProps {
  title: string
  /** At the right of the title. */
  aside?: ReactNode
  children: ReactNode
}

/** A part of a detail page, as the dashboard draws them. */
export function Section({ title, aside, children }: SectionProps) {
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <Heading level="h2">{title}</Heading>
        {aside}
      </div>
      {children}
    </Container>
  )
}
