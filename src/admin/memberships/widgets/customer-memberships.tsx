import { Badge, Button, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import { lazily } from "../../parts/lazily"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { Section } from "../../parts/section"
import { useText } from "../../text/use-text"
import { type RelatedMembership, useCustomerMemberships } from "../queries/related"
import { IfDeleted } from "./if-deleted"
import { MembershipItem } from "./membership-item"
import { reasonsOf } from "./reasons"
import { RenewalMethod } from "./renewal-method"

const CustomerForecast = lazily(
  async () => (await import("../../forecast/customer-forecast.js")).CustomerForecast
)

/** So many are seen at once; the customer's page has other things to show. */
const FIRST = 5

/** What a customer bought, pays for or sits in. */
export function CustomerMemberships({ customer_id }: { customer_id: string }) {
  const t = useText()
  const { data, error, refetch } = useCustomerMemberships(customer_id)
  return (
    <div data-memberships-widget="customer">
      <Section
        title={t("widgets.customer.title")}
        aside={
          <Button size="small" variant="secondary" asChild>
            <Link to={`/memberships/sell?customer=${customer_id}`}>{t("widgets.customer.sell")}</Link>
          </Button>
        }
      >
        {data ? (
          <>
            <Related {...data} customer_id={customer_id} />
            <RenewalMethod customer_id={customer_id} pays={data.memberships.some(renewsFor(customer_id))} />
            <IfDeleted
              customer_id={customer_id}
              beside={data.count > 0 && <CustomerForecast customer_id={customer_id} />}
            />
          </>
        ) : error ? (
          <LoadError error={error} onRetry={refetch} />
        ) : (
          <LoadingRows rows={1} />
        )}
      </Section>
    </div>
  )
}

const ENDED: readonly string[] = ENDED_STATUSES

const renewsFor = (customer_id: string) => (membership: RelatedMembership) =>
  membership.plan.is_recurring &&
  !ENDED.includes(membership.status) &&
  reasonsOf(membership, customer_id).includes("pays")

interface RelatedProps {
  memberships: RelatedMembership[]
  count: number
  customer_id: string
}

function Related({ memberships, count, customer_id }: RelatedProps) {
  const t = useText()
  const [isWhole, setWhole] = useState(false)
  if (count === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-4">
        {t("widgets.customer.empty")}
      </Text>
    )
  }
  const shown = isWhole ? memberships : memberships.slice(0, FIRST)
  const beyond = isWhole ? count - memberships.length : 0
  return (
    <>
      <ul className="divide-y">
        {shown.map((membership) => (
          <MembershipItem key={membership.id} membership={membership}>
            <div className="flex flex-wrap gap-1">
              {reasonsOf(membership, customer_id).map((reason) => (
                <Badge key={reason} size="2xsmall">
                  {t(`widgets.customer.${reason}`)}
                </Badge>
              ))}
            </div>
          </MembershipItem>
        ))}
      </ul>
      {memberships.length > FIRST && (
        <div className="flex items-center gap-x-3 px-6 py-3">
          <Button size="small" variant="transparent" onClick={() => setWhole(!isWhole)}>
            {isWhole
              ? t("widgets.customer.fewer")
              : t("widgets.customer.more", { count: memberships.length - FIRST })}
          </Button>
          {beyond > 0 && (
            <Text size="small" className="text-ui-fg-subtle">
              {t("widgets.customer.beyond", { count: beyond })}
            </Text>
          )}
        </div>
      )}
    </>
  )
}
