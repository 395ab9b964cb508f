import { DomainError, type DomainErrorCode } from "../errors"
import type { ChartState } from "./types"

/** A version as far as its life is concerned. */
export interface ChartVersion {
  readonly id: string
  readonly state: ChartState
}

/** One version's step, written by the workflow in one transaction with the others. */
export interface ChartStateChange {
  readonly id: string
  readonly from: ChartState
  readonly to: ChartState
}

type ChartEvent = "finalize" | "publish" | "replace"

const NEXT: Record<ChartState, Partial<Record<ChartEvent, ChartState>>> = {
  // Rows can be edited. Once complete it is finalized, and never changes again.
  draft: { finalize: "finalized" },
  // Frozen. Any finalized version can be published, again too: a sale price and back.
  finalized: { publish: "published" },
  // Prices new sales. Publishing another version returns it to finalized; what was sold keeps it (CHART-8).
  published: { replace: "finalized" },
}

const REFUSALS: Record<ChartEvent, { code: DomainErrorCode; message: string }> = {
  finalize: { code: "chart_not_draft", message: "This version was finalized before." },
  publish: { code: "chart_not_finalized", message: "A draft cannot be published; finalize it first." },
  replace: { code: "chart_not_published", message: "Only the published version can be replaced." },
}

/**
 * Only a draft's rows can be edited, and only a draft can be deleted (CHART-3).
 * @throws DomainError `chart_not_draft`
 */
export function assertDraft(chart: ChartVersion): void {
  if (chart.state === "draft") return
  throw new DomainError(
    "chart_not_draft",
    "A finalized version never changes; copy it into a new draft and edit that.",
    { chart_id: chart.id, state: chart.state }
  )
}

/**
 * Freezes a draft. That it is complete is `assertComplete`, which the caller asks first.
 * @throws DomainError `chart_not_draft`
 */
export function decideFinalize(chart: ChartVersion): ChartStateChange[] {
  return [step(chart, "finalize")]
}

/**
 * Makes a finalized version the one that prices new sales, and returns the former one to `finalized`.
 * Publishing what is published changes nothing. The former comes first, so that never two are published.
 * @param input.published the plan's published version; null when it has none
 * @throws DomainError `chart_not_finalized`
 */
export function decidePublish(input: {
  readonly chart: ChartVersion
  readonly published: ChartVersion | null
}): ChartStateChange[] {
  const { chart, published } = input
  if (published?.id === chart.id) return []
  const change = step(chart, "publish")
  return published ? [step(published, "replace"), change] : [change]
}

function step(chart: ChartVersion, event: ChartEvent): ChartStateChange {
  const to = NEXT[chart.state][event]
  if (to) return { id: chart.id, from: chart.state, to }
  const refusal = REFUSALS[event]
  throw new DomainError(refusal.code, refusal.message, { chart_id: chart.id, state: chart.state })
}
