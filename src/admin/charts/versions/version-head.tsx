import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useText } from "../../text/use-text"
import type { PriceChart } from "../types"
import { VersionState } from "./version-state"

/** The open version's name and state, and at the right what can be done with it. */
export function VersionHead({ version, children }: { version: PriceChart; children: ReactNode }) {
  const t = useText()
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
      <div className="flex items-center gap-x-3">
        <Heading level="h2">{t("charts.versions.version", { version: version.version })}</Heading>
        <VersionState state={version.state} />
      </div>
      <div className="flex flex-wrap items-center gap-2">{children}</div>
    </div>
  )
}
