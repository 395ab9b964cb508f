/*
 * The workflows that a host may run: what staff and storefronts do over HTTP, callable from a script, a job or
 * another plugin's workflow.
 */
export { createPriceChartWorkflow } from "./charts/create-price-chart"
export { ensureTaxClassesWorkflow } from "./charts/ensure-tax-classes"
export { finalizePriceChartWorkflow } from "./charts/finalize-price-chart"
export { publishPriceChartWorkflow } from "./charts/publish-price-chart"
export { updatePriceChartWorkflow } from "./charts/update-price-chart"
export { setLocationWorkflow } from "./locations/set-location"
export { createClassificationWorkflow } from "./people/create-classification"
export { createHouseholdWorkflow } from "./people/create-household"
export { createMemberWorkflow } from "./people/create-member"
export { createPlanWorkflow } from "./plans/create-plan"
export { updatePlanWorkflow } from "./plans/update-plan"
export { changeSeatsWorkflow } from "./seats/change-seats"
export { activateOrderWorkflow } from "./selling/activate-order"
export { addMembershipToCartWorkflow } from "./selling/add-membership-to-cart"
export { checkSalesWorkflow } from "./selling/check-sales"
export { healSalesWorkflow } from "./selling/heal-sales"
export { quoteSaleWorkflow } from "./selling/quote-sale"
export { recordPaymentWorkflow } from "./selling/record-payment"
export { removeMembershipFromCartWorkflow } from "./selling/remove-membership-from-cart"
