import type { BillingHealth } from "../../../modules/membership/types"
import type { LimiterUse } from "../../../workflows/billing/rate-limiter"
import type { Metric } from "../../http/prometheus"

/** Figures of all processes, from the database, and of this one: how its limiters are used. */
export function metricsOf(health: BillingHealth, limiters: ReadonlyMap<string, LimiterUse>): Metric[] {
  const { is_paused, attempts, ledger_drift, ledger_check_seconds } = health
  const gauge = (name: string, help: string, value: number): Metric => ({
    ...{ name: `membership_${name}`, help, type: "gauge", samples: [{ value }] },
  })
  const of_limiter = (
    name: string,
    help: string,
    type: Metric["type"],
    value: (use: LimiterUse) => number
  ): Metric => ({
    ...{ name: `membership_provider_${name}`, help, type },
    samples: [...limiters].map(([provider, use]) => ({ value: value(use), labels: { provider } })),
  })
  return [
    gauge("renewals_paused", "1 while staff have paused all renewals.", Number(is_paused)),
    gauge("charges_due", "Charges that a worker should be at.", health.due),
    gauge("charges_due_age_seconds", "How long the oldest of them waits.", health.due_seconds),
    gauge("charges_unknown", "Charges of which nobody knows whether the money was taken.", health.unknown),
    gauge("charges_unknown_age_seconds", "Since when that is so of the oldest.", health.unknown_seconds),
    gauge("charges_parked", "Charges that wait for staff to decide.", health.parked),
    gauge("charges_without_order", "Paid charges whose order is not made yet.", health.without_order),
    gauge("charges_to_give_back", "Charges whose money is to be given back.", health.paid_beside),
    gauge("notices_waiting", "Notices that are to be sent.", health.notices),
    {
      name: "membership_charge_attempts_last_hour",
      help: "Attempts to charge that began within the past hour, by what came of them.",
      type: "gauge",
      samples: Object.entries(attempts)
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([outcome, value]) => ({ value, labels: { outcome } })),
    },
    of_limiter(
      "calls_total",
      "Calls to a payment provider that this process began.",
      "counter",
      ({ begun }) => begun
    ),
    of_limiter("calls_under_way", "Calls of this process under way.", "gauge", ({ under_way }) => under_way),
    of_limiter(
      "calls_waiting",
      "Calls of this process that wait for their turn.",
      "gauge",
      ({ waiting }) => waiting
    ),
    ...(ledger_drift === null || ledger_check_seconds === null
      ? []
      : [
          gauge(
            "ledger_drift",
            "Balances that the last check of the credit ledger found wrong.",
            ledger_drift
          ),
          gauge("ledger_check_age_seconds", "How long ago that was.", ledger_check_seconds),
        ]),
  ]
}
