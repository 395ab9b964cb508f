import { Text } from "@medusajs/ui"

/** Terms to read, in a box of their own that the keyboard can scroll. */
export const TermsText = ({ label, children }: { label: string; children: string }) => (
  <div
    role="region"
    aria-label={label}
    tabIndex={0}
    className="shadow-elevation-card-rest bg-ui-bg-component focus-visible:shadow-borders-focus max-h-96 overflow-y-auto rounded-lg p-4 outline-none"
  >
    <Text size="small" className="whitespace-pre-line break-words text-pretty">
      {children}
    </Text>
  </div>
)
