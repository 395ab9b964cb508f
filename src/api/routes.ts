import { classificationRoutes } from "./admin/membership-classifications/routes"
import { householdRoutes } from "./admin/households/routes"
import { memberRoutes } from "./admin/members/routes"
import { auditEntryRoutes } from "./admin/membership-audit-entries/routes"
import { locationRoutes } from "./admin/membership-locations/routes"
import { studioClockRoutes } from "./admin/studio-clock/routes"
import { storeMemberRoutes } from "./store/members/routes"
import { adminQuoteRoutes } from "./admin/membership-plans/quote-route"
import { storeCartRoutes } from "./store/carts/routes"
import { storeQuoteRoutes } from "./store/membership-plans/quote-route"
import { saleIssueRoutes } from "./admin/membership-sale-issues/routes"
import { billingSettingsRoutes } from "./admin/membership-billing-settings/routes"
import { creditObligationRoutes } from "./admin/membership-credit-obligations/routes"
import { creditRoutes } from "./admin/memberships/credit-routes"
import { chargeRoutes } from "./admin/membership-charges/routes"
import { forecastRoutes } from "./admin/membership-forecast/routes"
import { metricRoutes } from "./admin/membership-metrics/routes"
import { renewalRunRoutes } from "./admin/renewal-runs/routes"
import { membershipRoutes } from "./admin/memberships/routes"
import { joinRoutes } from "./admin/memberships/join-routes"
import { storeJoinRoutes } from "./store/memberships/join-routes"
import { planChangeRoutes } from "./admin/memberships/plan-change-routes"
import { storePlanChangeRoutes } from "./store/memberships/plan-change-routes"
import { storeMembershipRoutes } from "./store/memberships/routes"
import { planRoutes } from "./admin/membership-plans/routes"
import { priceChartRoutes } from "./admin/price-charts/routes"
import { storePlanRoutes } from "./store/membership-plans/routes"
import { studioRoutes } from "./admin/membership-studio/routes"
import { paymentSandboxRoutes } from "./admin/payment-sandbox/routes"
import { paymentMethodRoutes } from "./admin/membership-payment-methods/routes"
import { storePaymentMethodRoutes } from "./store/payment-methods/routes"
import { confirmPageRoutes } from "./payment-sandbox/confirm/routes"
import { checkInRoutes } from "./admin/check-ins/routes"
import { frontDeskDeviceRoutes } from "./admin/front-desk-devices/routes"
import { accessCodeRoutes } from "./admin/members/access-code-routes"
import { serviceRoutes } from "./admin/membership-services/routes"
import { frontDeskRoutes } from "./front-desk/routes"
import { storeServiceRoutes } from "./store/membership-services/routes"
import type { RouteDefinition } from "./http/route-table"

/** Every route of the plugin: the source of its middlewares and of `docs/openapi.json`. */
export const routes: RouteDefinition[] = [
  ...classificationRoutes,
  ...adminQuoteRoutes,
  ...storeCartRoutes,
  ...storeQuoteRoutes,
  ...memberRoutes,
  ...householdRoutes,
  ...locationRoutes,
  ...studioRoutes,
  ...studioClockRoutes,
  ...auditEntryRoutes,
  ...storeMemberRoutes,
  ...membershipRoutes,
  ...planChangeRoutes,
  ...joinRoutes,
  ...chargeRoutes,
  ...metricRoutes,
  ...renewalRunRoutes,
  ...forecastRoutes,
  ...creditRoutes,
  ...creditObligationRoutes,
  ...billingSettingsRoutes,
  ...saleIssueRoutes,
  ...storeMembershipRoutes,
  ...storePlanChangeRoutes,
  ...storeJoinRoutes,
  ...planRoutes,
  ...priceChartRoutes,
  ...storePlanRoutes,
  ...checkInRoutes,
  ...serviceRoutes,
  ...storeServiceRoutes,
  ...accessCodeRoutes,
  ...frontDeskDeviceRoutes,
  ...frontDeskRoutes,
  ...paymentMethodRoutes,
  ...storePaymentMethodRoutes,
  ...paymentSandboxRoutes,
  ...confirmPageRoutes,
]
