import { Drawer, FocusModal } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useNamedClose } from "./use-named-close"

interface HeadProps {
  children?: ReactNode
}

/** The top of a drawer, whose cross has a name. */
export function DrawerHead({ children }: HeadProps) {
  return <Drawer.Header ref={useNamedClose()}>{children}</Drawer.Header>
}

/** The top of a modal, whose cross has a name. */
export function ModalHead({ children }: HeadProps) {
  return <FocusModal.Header ref={useNamedClose()}>{children}</FocusModal.Header>
}
