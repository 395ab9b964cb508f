import { Trash } from "@medusajs/icons"
import { Button, IconButton } from "@medusajs/ui"
import type { ReactNode } from "react"

interface RowCardProps {
  /** What a screen reader calls the row. */
  label: string
  removeLabel: string
  onRemove: () => void
  children: ReactNode
}

/** One of several of a kind, such as a time window. */
export function RowCard({ label, removeLabel, onRemove, children }: RowCardProps) {
  return (
    <div
      role="group"
      aria-label={label}
      className="bg-ui-bg-component shadow-elevation-card-rest grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 rounded-lg p-3"
    >
      <div className="flex min-w-0 flex-col gap-y-3">{children}</div>
      <IconButton
        type="button"
        size="small"
        variant="transparent"
        aria-label={removeLabel}
        onClick={onRemove}
      >
        <Trash className="text-ui-fg-subtle" />
      </IconButton>
    </div>
  )
}

interface AddRowProps {
  children: string
  onClick: () => void
}

export function AddRow({ children, onClick }: AddRowProps) {
  return (
    <Button type="button" size="small" variant="secondary" className="self-start" onClick={onClick}>
      {children}
    </Button>
  )
}
