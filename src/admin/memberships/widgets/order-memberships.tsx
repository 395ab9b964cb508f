import { LoadError } from "../../parts/load-error"
import { Section } from "../../parts/section"
import { ApiError } from "../../platform/api"
import { useText } from "../../text/use-text"
import { useOrderMemberships } from "../queries/related"
import { Link } from "react-router-dom"
import { MembershipItem } from "./membership-item"

/** What an order sold; nothing on orders without memberships, and none where they may not be seen. */
export function OrderMemberships({ order_id }: { order_id: string }) {
  const t = useText()
  const { data: memberships, error, refetch } = useOrderMemberships(order_id)
  const isForbidden = error instanceof ApiError && error.status === 403
  if (memberships ? memberships.length === 0 : !error || isForbidden) return null
  return (
    <div data-memberships-widget="order">
      <Section title={t("widgets.order.title")}>
        {memberships ? (
          <ul className="divide-y">
            {memberships.map((membership) => (
              <MembershipItem key={membership.id} membership={membership}>
                {membership.status === "pending" && (
                  <Link
                    to={`/memberships/${membership.id}`}
                    className="txt-compact-small text-ui-tag-blue-text hover:underline self-start"
                  >
                    {t("widgets.order.recordPayment")}
                  </Link>
                )}
              </MembershipItem>
            ))}
          </ul>
        ) : (
          error && <LoadError error={error} onRetry={refetch} />
        )}
      </Section>
    </div>
  )
}
