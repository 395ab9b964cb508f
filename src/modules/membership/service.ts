import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
  MedusaService,
} from "@medusajs/framework/utils"
import type { Actor } from "../../domain/actor"
import type { CalendarDate, Instant, TimeZone } from "../../domain/time/types"
import * as models from "./models"
import type {
  ClassificationService,
  CreateClassificationInput,
  DeleteClassificationInput,
  UpdateClassificationInput,
} from "./services/classifications"
import type {
  AccessCodeService,
  AddCardInput,
  MemberCodeInput,
  RevokeAccessCodeInput,
  ScannedCode,
} from "./services/access-codes"
import type { AgeingOut, AgeingOutService } from "./services/ageing-out"
import type { AuditService } from "./services/audit"
import { mergedInto } from "./services/merge-loading"
import type { Merge, MergeMembersInput, MergeService } from "./services/merges"
import type { EraseCustomerInput, EraseMemberInput, Erasure, ErasureService } from "./services/erasures"
import type {
  AdjustGrantInput,
  CreditChangeService,
  CreditsChanged,
  ExchangeCreditsInput,
  GiveCreditsInput,
  TransferCreditsInput,
} from "./services/credit-changes"
import type { CreditGrantService, GivePeriodInput } from "./services/credit-grants"
import type {
  CreditObligations,
  CreditObligationService,
  CreditObligationsInput,
} from "./services/credit-obligations"
import type {
  BookingSettlementService,
  SettleBookingInput,
  SettledBooking,
} from "./services/booking-settlements"
import type { CreditReadService, CreditsPage, LedgerDrift, MembershipCredits } from "./services/credit-reads"
import type { CreditSettlementService } from "./services/credit-settlements"
import type { CreditService, CreditsUsed, SettleUseInput, UseCreditsInput } from "./services/credits"
import type { ClockService } from "./services/clock"
import type {
  AddFrontDeskDeviceInput,
  ChangeFrontDeskDeviceInput,
  DeviceTokenClaim,
  FrontDeskDevice,
  FrontDeskDeviceService,
} from "./services/front-desk-devices"
import type {
  CreateHouseholdInput,
  DeleteHouseholdInput,
  HouseholdService,
  UpdateHouseholdInput,
} from "./services/households"
import type { IdempotencyService, KeptAnswer, KeyClaim } from "./services/idempotency"
import type {
  DeleteLocationInput,
  LocationService,
  SetLocationInput,
  UpdateLocationInput,
} from "./services/locations"
import type {
  CreateMemberInput,
  EnsureMemberInput,
  MemberService,
  UpdateMemberInput,
} from "./services/members"
import type {
  AddDependentInput,
  OwnHouseholdService,
  OwnPlace,
  UpdateDependentInput,
} from "./services/own-household"
import type { AddProofInput, ProofService, RemoveProofInput } from "./services/proofs"
import type {
  MemberClassification,
  MemberQualifications,
  QualificationService,
} from "./services/qualifications"
import type { ClockMove } from "./services/clock"
import type { DueInstantsService, StudioDue } from "./services/due-instants"
import type { AdjustClockInput, MoveClockInput, Studio, StudioClock, StudioService } from "./services/studio"
import type {
  ChangesToTellInput,
  EmptySeats,
  RefusedMove,
  DoubleCover,
  StaffNoticeService,
  ToldChange,
} from "./services/staff-notices"
import type { ShownCode } from "./services/rotating-code"
import type {
  CreateServiceInput,
  DeleteServiceInput,
  ServiceService,
  UpdateServiceInput,
} from "./services/services"
import type { SalePerson } from "../../domain/selling/choose-seats"
import type {
  ClaimOfferInput,
  CreateSaleDraftInput,
  LoadSalePeopleInput,
  SaleDraftService,
  SaleDraftsOf,
  StoredSaleDraft,
} from "./services/sale-drafts"
import type { EligibilityReason } from "../../domain/plans/eligibility"
import type { PlanDefinition } from "../../domain/plans/types"
import type { NewPlanFields, PlanFields } from "./mapping/plan-fields"
import type { Plan } from "./mapping/plans"
import type {
  ChartService,
  CreatePriceChartInput,
  FinalizePriceChartInput,
  PriceChartInput,
  Publication,
  ReplaceChartRowsInput,
} from "./services/charts"
import type {
  BillingSettingsService,
  PauseRenewalsInput,
  StudioBilling,
  UpdateBillingSettingsInput,
} from "./services/billing-settings"
import type { NoticeOutcome, NoticeService, NoticeToSend } from "./services/notices"
import type { UpcomingBatch, UpcomingBatchInput, UpcomingChargeService } from "./services/upcoming-charges"
import type { UnpaidCancellationService } from "./services/unpaid-cancellations"
import type { ChargeAnswer, ChargeAnswerService, RecordedAnswers } from "./services/charge-answers"
import type { ChargeAttemptService, PaymentHint, SentAttempt } from "./services/charge-attempts"
import type { ChargeClaimService, ClaimedBatch, ClaimInput } from "./services/charge-claims"
import type { ChargeEnqueuingService, EnqueuedBatch } from "./services/charge-enqueuing"
import type { RepurchaseService } from "./services/repurchases"
import type { ChargeRefundService, RecordChargeRefundInput } from "./services/charge-refunds"
import type { ChargeOrder, ChargeOrderService, UnorderedCharge } from "./services/charge-orders"
import type {
  ChangeChargeInput,
  ChangedCharge,
  ChargeVerbService,
  Reconciliation,
} from "./services/charge-verbs"
import type {
  ChargeForecastService,
  ForecastBatch,
  ForecastInput,
  OpenCharge,
} from "./services/charge-forecasts"
import type {
  ForecastMembershipsInput,
  MembershipForecastService,
  MembershipsBatch,
} from "./services/membership-forecasts"
import type { BillingHealth, BillingHealthService } from "./services/billing-health"
import type { ChargeNumberService, ChargesToday } from "./services/charge-numbers"
import type { ChargeTaxService, ChargeTotals, UntaxedCharge } from "./services/charge-taxes"
import type {
  ChooseMethodInput,
  KeepMethodInput,
  MethodChosen,
  MethodSeeker,
  MethodSeekersFilter,
  PaidMembership,
  PaymentMethodService,
  StopMethodInput,
} from "./services/payment-methods"
import type { CustomerHistoryService, EligibilityOfInput } from "./services/customer-history"
import type {
  CategorizePlansInput,
  CreatePlanInput,
  DeletePlanInput,
  FormerCategory,
  PlanService,
  UpdatePlanInput,
} from "./services/plans"
import type { SalePlan, SalePlanFilter, SalePlanRef, SalePlanService } from "./services/sale-plans"
import type { PriceChart } from "./mapping/chart-rows"
import type {
  ActivationService,
  ActivationState,
  LoadActivationInput,
  SellMembershipInput,
  SoldSale,
} from "./services/activations"
import type {
  MembershipCounts,
  MembershipReadService,
  CreditRights,
  CreditRightsInput,
  OwnChargesInput,
  OwnMembershipsInput,
  VisibleSeatsInput,
} from "./services/membership-reads"
import type { MigratePricesInput } from "./services/price-move-decisions"
import type { ListPriceMovesInput, PlannedMove, PriceMoveListService } from "./services/price-move-list"
import type { MigratedPrices, PriceMoveService, TakeBackPricesInput } from "./services/price-moves"
import type { JoinOptions, JoinOptionService, JoinOptionsInput } from "./services/join-options"
import type { JoinMembershipInput, JoinService, MembershipJoined, SettledJoin } from "./services/joins"
import type { Held, LoadHeldInput, SaleNoticeService } from "./services/sale-notices"
import type { RunningOrders } from "./services/plan-change-records"
import type { ConversionService } from "./services/conversions"
import type {
  PlanChangeOptions,
  PlanChangeOptionService,
  PlanChangeOptionsInput,
} from "./services/plan-change-options"
import type {
  ChangePlanInput,
  ChangedPlan,
  PlanChangeService,
  TakeBackPlanChangeInput,
} from "./services/plan-changes"
import type { FoundMemberships, SearchMembershipsInput } from "./services/membership-search"
import type { MembershipStatus } from "../../domain/memberships/types"
import type { PlanLine, SaleSweepService, SweepWindow } from "./services/sale-sweeps"
import type {
  RecordPaymentEntry,
  SettledOrder,
  SettlementService,
  SettleOrderInput,
} from "./services/settlements"
import type { Addition, ClaimPlacesInput, LoadAdditionInput, NextSeatService } from "./services/next-seats"
import type { AddedSeats, SeatAdditionService } from "./services/seat-additions"
import type { RefundedOrder } from "../../domain/selling/issue-resolutions"
import type { ResolvedSaleIssue, ResolveSaleIssueInput, SaleIssueService } from "./services/sale-issues"
import type { ChangeSeatsInput, SeatChangeService, SeatsChanged } from "./services/seat-changes"
import type {
  CandidatesInput,
  MembershipSeatOptions,
  SeatCandidateRow,
  SeatReadService,
} from "./services/seat-reads"
import type {
  AcceptInvitationInput,
  InvitationService,
  Invited,
  InviteInput,
  RevokeInvitationInput,
} from "./services/invitations"
import type { AccessDecision } from "../../domain/access/types"
import type { AccessQuestionInput, CheckedIn, CheckInInput, CheckInService } from "./services/check-ins"
import type {
  FrontDeskMember,
  FrontDeskSearchInput,
  FrontDeskSearchService,
} from "./services/front-desk-search"
import type { TermStartService } from "./services/term-starts"
import type { UndoVisitInput, UndoVisitService } from "./services/undo-visits"
import type { LineIssue } from "../../domain/selling/activation-types"
import type { MembershipOptions, Row, Tx } from "./types"

interface Areas {
  membershipOptions: MembershipOptions
  upcomingChargeService: UpcomingChargeService
  noticeService: NoticeService
  unpaidCancellationService: UnpaidCancellationService
  billingSettingsService: BillingSettingsService
  chargeEnqueuingService: ChargeEnqueuingService
  repurchaseService: RepurchaseService
  chargeTaxService: ChargeTaxService
  chargeClaimService: ChargeClaimService
  chargeAnswerService: ChargeAnswerService
  chargeAttemptService: ChargeAttemptService
  chargeOrderService: ChargeOrderService
  chargeVerbService: ChargeVerbService
  chargeRefundService: ChargeRefundService
  billingHealthService: BillingHealthService
  chargeNumberService: ChargeNumberService
  chargeForecastService: ChargeForecastService
  membershipForecastService: MembershipForecastService
  paymentMethodService: PaymentMethodService
  checkInService: CheckInService
  frontDeskSearchService: FrontDeskSearchService
  termStartService: TermStartService
  undoVisitService: UndoVisitService
  accessCodeService: AccessCodeService
  creditObligationService: CreditObligationService
  creditChangeService: CreditChangeService
  creditGrantService: CreditGrantService
  creditReadService: CreditReadService
  creditService: CreditService
  bookingSettlementService: BookingSettlementService
  creditSettlementService: CreditSettlementService
  ageingOutService: AgeingOutService
  auditService: AuditService
  activationService: ActivationService
  membershipReadService: MembershipReadService
  saleIssueService: SaleIssueService
  saleSweepService: SaleSweepService
  settlementService: SettlementService
  classificationService: ClassificationService
  clockService: ClockService
  dueInstantsService: DueInstantsService
  erasureService: ErasureService
  mergeService: MergeService
  frontDeskDeviceService: FrontDeskDeviceService
  householdService: HouseholdService
  idempotencyService: IdempotencyService
  locationService: LocationService
  memberService: MemberService
  ownHouseholdService: OwnHouseholdService
  proofService: ProofService
  qualificationService: QualificationService
  staffNoticeService: StaffNoticeService
  studioService: StudioService
  serviceService: ServiceService
  salePlanService: SalePlanService
  conversionService: ConversionService
  planChangeOptionService: PlanChangeOptionService
  planChangeService: PlanChangeService
  joinService: JoinService
  saleNoticeService: SaleNoticeService
  joinOptionService: JoinOptionService
  planService: PlanService
  chartService: ChartService
  priceMoveService: PriceMoveService
  priceMoveListService: PriceMoveListService
  customerHistoryService: CustomerHistoryService
  saleDraftService: SaleDraftService
  nextSeatService: NextSeatService
  seatAdditionService: SeatAdditionService
  seatChangeService: SeatChangeService
  seatReadService: SeatReadService
  invitationService: InvitationService
}

/**
 * The module's public service: the verbs that workflows use, each one transaction, each handed to the service of
 * its area; and the platform's generated list and retrieve methods. No rule stands here.
 */
export default class MembershipModuleService extends MedusaService(models) {
  private readonly areas: Areas
  readonly options: MembershipOptions

  constructor(areas: Areas, options: MembershipOptions = {}) {
    // eslint-disable-next-line prefer-rest-params -- the generated base reads its container from the arguments
    super(...arguments)
    this.areas = areas
    this.options = options
  }

  /** `now` of the studio's one clock (TIME-5). */
  @InjectTransactionManager()
  async now(@MedusaContext() tx: Tx = {}): Promise<Instant> {
    return this.areas.clockService.now(tx)
  }

  @InjectTransactionManager()
  async claimIdempotencyKey(claim: KeyClaim, @MedusaContext() tx: Tx = {}): Promise<KeptAnswer | null> {
    return this.areas.idempotencyService.claim(claim, tx)
  }

  @InjectTransactionManager()
  async settleIdempotencyKey(
    claim: KeyClaim,
    answer: KeptAnswer,
    @MedusaContext() tx: Tx = {}
  ): Promise<void> {
    return this.areas.idempotencyService.settle(claim, answer, tx)
  }

  @InjectTransactionManager()
  async releaseIdempotencyKey(claim: KeyClaim, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.idempotencyService.release(claim, tx)
  }

  @InjectTransactionManager()
  async createClassification(
    input: CreateClassificationInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<string> {
    return this.areas.classificationService.create(input, tx)
  }

  @InjectTransactionManager()
  async updateClassification(input: UpdateClassificationInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.classificationService.update(input, tx)
  }

  @InjectTransactionManager()
  async deleteClassification(input: DeleteClassificationInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.classificationService.delete(input, tx)
  }

  /** A plan with its published chart and current terms, by id, handle or variant. @throws DomainError `not_found` */
  @InjectTransactionManager()
  async loadSalePlan(ref: SalePlanRef, @MedusaContext() tx: Tx = {}): Promise<SalePlan> {
    return this.areas.salePlanService.load(ref, tx)
  }

  @InjectTransactionManager()
  async loadSalePlans(filter: SalePlanFilter, @MedusaContext() tx: Tx = {}): Promise<SalePlan[]> {
    return this.areas.salePlanService.loadMany(filter, tx)
  }

  /** Chart versions by id, in any state: those that sold memberships keep (CHART-8). */
  @InjectTransactionManager()
  async loadPriceCharts(ids: readonly string[], @MedusaContext() tx: Tx = {}): Promise<PriceChart[]> {
    return this.areas.salePlanService.loadCharts(ids, tx)
  }

  // Visits

  /** ACCESS-1, at any time and place; nothing is written. */
  @InjectTransactionManager()
  async decideAccess(input: AccessQuestionInput, @MedusaContext() tx: Tx = {}): Promise<AccessDecision> {
    return this.areas.checkInService.decide(input, tx)
  }

  /** Usually two statements without a transaction around them: the second one writes all of it or nothing. */
  @InjectManager()
  async checkIn(input: CheckInInput, @MedusaContext() context: Tx = {}): Promise<CheckedIn> {
    const done = await this.areas.checkInService.atOnce(input, withoutTransaction(context))
    return done ?? this.checkInWithin(input, context)
  }

  @InjectTransactionManager()
  private async checkInWithin(input: CheckInInput, @MedusaContext() tx: Tx = {}): Promise<CheckedIn> {
    return this.areas.checkInService.within(input, tx)
  }

  /** People as the front desk sees them (ACCESS-7). */
  @InjectTransactionManager()
  async searchFrontDesk(
    input: FrontDeskSearchInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<FrontDeskMember[]> {
    return this.areas.frontDeskSearchService.search(input, tx)
  }

  @InjectTransactionManager()
  async frontDeskMembers(
    ids: readonly string[],
    location_id: string,
    @MedusaContext() tx: Tx = {}
  ): Promise<FrontDeskMember[]> {
    return this.areas.frontDeskSearchService.seen(ids, location_id, tx)
  }

  @InjectTransactionManager()
  async undoVisit(input: UndoVisitInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.undoVisitService.undo(input, tx)
  }

  /** One batch of terms that begin by themselves (PLAN-3). @returns how many */
  @InjectTransactionManager()
  async beginOverdueTerms(limit: number, @MedusaContext() tx: Tx = {}): Promise<number> {
    return this.areas.termStartService.beginOverdue(limit, tx)
  }

  // Plans and price charts

  /** For each plan asked about, why the customer may not buy it (PLAN-8, SALE-11); empty means they may. */
  @InjectTransactionManager()
  async eligibilityOf(
    input: EligibilityOfInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<Map<string, EligibilityReason[]>> {
    return this.areas.customerHistoryService.eligibilityOf(input, tx)
  }

  /** A new plan as it would be stored; nothing is written. */
  @InjectTransactionManager()
  async preparePlan(
    fields: NewPlanFields,
    variant_id: string | null,
    @MedusaContext() tx: Tx = {}
  ): Promise<PlanDefinition> {
    return this.areas.planService.prepare(fields, variant_id, tx)
  }

  @InjectTransactionManager()
  async createPlan(input: CreatePlanInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.planService.create(input, tx)
  }

  /** @returns the fields as they were, for `revertPlan` */
  @InjectTransactionManager()
  async updatePlan(input: UpdatePlanInput, @MedusaContext() tx: Tx = {}): Promise<PlanFields> {
    return this.areas.planService.update(input, tx)
  }

  @InjectTransactionManager()
  async revertPlan(input: UpdatePlanInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.planService.revert(input, tx)
  }

  @InjectTransactionManager()
  async deletePlan(input: DeletePlanInput, @MedusaContext() tx: Tx = {}): Promise<Plan> {
    return this.areas.planService.delete(input, tx)
  }

  @InjectTransactionManager()
  async restorePlan(input: DeletePlanInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.planService.restore(input, tx)
  }

  @InjectTransactionManager()
  async categorizePlans(
    input: CategorizePlansInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<FormerCategory[]> {
    return this.areas.planService.categorize(input, tx)
  }

  /** Ids of the plans that a branch sells (PLAN-10). */
  @InjectTransactionManager()
  async planIdsSoldAt(location_id: string, @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.planService.idsSoldAt(location_id, tx)
  }

  @InjectTransactionManager()
  async plansOfProduct(product_id: string, @MedusaContext() tx: Tx = {}): Promise<Plan[]> {
    return this.areas.planService.ofProduct(product_id, tx)
  }

  @InjectTransactionManager()
  async createPriceChart(input: CreatePriceChartInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.chartService.create(input, tx)
  }

  @InjectTransactionManager()
  async replaceChartRows(input: ReplaceChartRowsInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.chartService.replaceRows(input, tx)
  }

  @InjectTransactionManager()
  async deletePriceChart(input: PriceChartInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.chartService.delete(input, tx)
  }

  @InjectTransactionManager()
  async finalizePriceChart(input: FinalizePriceChartInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.chartService.finalize(input, tx)
  }

  @InjectTransactionManager()
  async publishPriceChart(input: PriceChartInput, @MedusaContext() tx: Tx = {}): Promise<Publication> {
    return this.areas.chartService.publish(input, tx)
  }

  @InjectTransactionManager()
  async revertPublication(input: Publication, actor: Actor, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.chartService.revertPublication(input, actor, tx)
  }

  /** CHART-10: another version from each membership's next renewal; with `preview` nothing is written. */
  @InjectTransactionManager()
  async migratePrices(input: MigratePricesInput, @MedusaContext() tx: Tx = {}): Promise<MigratedPrices> {
    return this.areas.priceMoveService.migrate(input, tx)
  }

  @InjectTransactionManager()
  async takeBackPrices(input: TakeBackPricesInput, @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.priceMoveService.takeBack(input, tx)
  }

  /** The moves that were planned for a plan's memberships, with what became of each; those that wait first. */
  @InjectTransactionManager()
  async listPriceMoves(
    input: ListPriceMovesInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<{ moves: PlannedMove[]; count: number }> {
    return this.areas.priceMoveListService.list(input, tx)
  }

  @InjectTransactionManager()
  async waitingMoveCounts(
    price_chart_ids: readonly string[],
    @MedusaContext() tx: Tx = {}
  ): Promise<Map<string, number>> {
    return this.areas.priceMoveService.waitingCounts(price_chart_ids, tx)
  }

  // People, households, locations and the studio's clock
  @InjectTransactionManager()
  async createMember(input: CreateMemberInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.memberService.create(input, tx)
  }

  @InjectTransactionManager()
  async updateMember(input: UpdateMemberInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.memberService.update(input, tx)
  }

  /** Takes a member out of everything, and their name out of the history; or tells what that would do. */
  @InjectTransactionManager()
  async eraseMember(input: EraseMemberInput, @MedusaContext() tx: Tx = {}): Promise<Erasure> {
    return this.areas.erasureService.eraseMember(input, tx)
  }

  /** Gives all that a duplicate has to whoever stays; or tells what that would do (BILL-11). */
  @InjectTransactionManager()
  async mergeMembers(input: MergeMembersInput, @MedusaContext() tx: Tx = {}): Promise<Merge> {
    return this.areas.mergeService.merge(input, tx)
  }

  /** Whose everything is that was this member's; null where they were not merged. */
  @InjectTransactionManager()
  async mergedInto(id: string, @MedusaContext() tx: Tx = {}): Promise<string | null> {
    return mergedInto(id, tx)
  }

  /** What becomes of their memberships once the platform has deleted a customer (BILL-11). */
  @InjectTransactionManager()
  async eraseCustomer(input: EraseCustomerInput, @MedusaContext() tx: Tx = {}): Promise<Erasure> {
    return this.areas.erasureService.eraseCustomer(input, tx)
  }

  /** Customers beside this one who pay for seats of memberships that this one bought. */
  @InjectTransactionManager()
  async payersBeside(customer_id: string, @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.erasureService.payersBeside(customer_id, tx)
  }

  /** Of these deleted customers, those whom something here still names or charges. */
  @InjectTransactionManager()
  async customersToErase(ids: readonly string[], @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.erasureService.customersToErase(ids, tx)
  }

  /** The member of a customer, made on first need; safe to call from several places at once. */
  @InjectTransactionManager()
  async ensureMemberOfCustomer(input: EnsureMemberInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.memberService.ensureOfCustomer(input, tx)
  }

  @InjectTransactionManager()
  async addProof(input: AddProofInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.proofService.add(input, tx)
  }

  @InjectTransactionManager()
  async removeProof(input: RemoveProofInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.proofService.remove(input, tx)
  }

  /** Every classification as it applies to a member today (PEOPLE-4, PEOPLE-5). */
  @InjectTransactionManager()
  async classificationsOfMember(
    member_id: string,
    @MedusaContext() tx: Tx = {}
  ): Promise<readonly MemberClassification[]> {
    return (await this.areas.qualificationService.ofMember(member_id, tx)).classifications
  }

  /** Age and classifications of several members today, without their dates of birth (PEOPLE-4, PEOPLE-6). */
  @InjectTransactionManager()
  async qualificationsOfMembers(
    member_ids: readonly string[],
    @MedusaContext() tx: Tx = {}
  ): Promise<Map<string, MemberQualifications>> {
    return this.areas.qualificationService.ofMembers(member_ids, tx)
  }

  /** Live seats whose holders stop qualifying within so many days (PEOPLE-5). */
  @InjectTransactionManager()
  async membersAgeingOut(days: number, @MedusaContext() tx: Tx = {}): Promise<AgeingOut[]> {
    return this.areas.ageingOutService.list({ days, membership_ids: null }, tx)
  }

  /** Changes on memberships of the last days that staff should see (CANCEL-3, SEAT-6). */
  @InjectTransactionManager()
  async changesToTell(input: ChangesToTellInput, @MedusaContext() tx: Tx = {}): Promise<ToldChange[]> {
    return this.areas.staffNoticeService.changes(input, tx)
  }

  @InjectTransactionManager()
  async refusedMovesToTell(@MedusaContext() tx: Tx = {}): Promise<RefusedMove[]> {
    return this.areas.staffNoticeService.refusedMoves(tx)
  }

  /** Memberships with seats that nobody ever held, a week after they began (SEAT-1). */
  @InjectTransactionManager()
  async emptySeatsToTell(@MedusaContext() tx: Tx = {}): Promise<EmptySeats[]> {
    return this.areas.staffNoticeService.emptySeats(tx)
  }

  @InjectTransactionManager()
  async createHousehold(input: CreateHouseholdInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    const { new_members = [], member_ids = [], ...household } = input
    const born = await this.areas.memberService.createForHousehold(new_members, input.actor, tx)
    return this.areas.householdService.create({ ...household, member_ids: [...member_ids, ...born] }, tx)
  }

  @InjectTransactionManager()
  async updateHousehold(input: UpdateHouseholdInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.householdService.update(input, tx)
  }

  @InjectTransactionManager()
  async deleteHousehold(input: DeleteHouseholdInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.householdService.delete(input, tx)
  }

  /** Where a customer stands among the members; null when they are none yet. */
  @InjectTransactionManager()
  async placeOfCustomer(customer_id: string, @MedusaContext() tx: Tx = {}): Promise<OwnPlace | null> {
    return this.areas.ownHouseholdService.placeOf(customer_id, tx)
  }

  @InjectTransactionManager()
  async addDependent(input: AddDependentInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.ownHouseholdService.addDependent(input, tx)
  }

  @InjectTransactionManager()
  async updateDependent(input: UpdateDependentInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.ownHouseholdService.updateDependent(input, tx)
  }

  /** Adds or changes what a branch adds to its stock location. */
  @InjectTransactionManager()
  async setLocation(input: SetLocationInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.locationService.set(input, tx)
  }

  @InjectTransactionManager()
  async updateLocation(input: UpdateLocationInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.locationService.update(input, tx)
  }

  @InjectTransactionManager()
  async deleteLocation(input: DeleteLocationInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.locationService.delete(input, tx)
  }

  /** The zone of a branch, by its stock location; the studio's when it has none or none is named (TIME-1). */
  @InjectTransactionManager()
  async zoneOf(stock_location_id: string | null, @MedusaContext() tx: Tx = {}): Promise<TimeZone> {
    return this.areas.locationService.zoneOf(stock_location_id, tx)
  }

  @InjectTransactionManager()
  async defaultLocation(@MedusaContext() tx: Tx = {}): Promise<Row<"MembershipLocation"> | null> {
    return this.areas.locationService.default(tx)
  }

  /** The date at a branch now; at the default one when none is named. */
  @InjectTransactionManager()
  async today(stock_location_id: string | null, @MedusaContext() tx: Tx = {}): Promise<CalendarDate> {
    return this.areas.locationService.today(stock_location_id, tx)
  }

  /** Date, zone and clock of the studio. */
  @InjectTransactionManager()
  async readStudio(@MedusaContext() tx: Tx = {}): Promise<Studio> {
    return this.areas.studioService.read(tx)
  }

  /** The clock as staff see it. @throws DomainError `not_found` where it is not adjustable */
  @InjectTransactionManager()
  async readStudioClock(@MedusaContext() tx: Tx = {}): Promise<StudioClock> {
    return this.areas.studioService.readClock(tx)
  }

  @InjectTransactionManager()
  async adjustStudioClock(input: AdjustClockInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.studioService.adjustClock(input, tx)
  }

  /** @throws DomainError `not_found`, `clock_is_moving`, `date_invalid`, `interval_invalid` */
  @InjectTransactionManager()
  async beginClockMove(input: MoveClockInput, @MedusaContext() tx: Tx = {}): Promise<ClockMove> {
    return this.areas.studioService.beginClockMove(input, tx)
  }

  @InjectTransactionManager()
  async moveClock(move: Pick<ClockMove, "token" | "to">, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.clockService.move(move, tx)
  }

  @InjectTransactionManager()
  async keepClockMove(token: string, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.clockService.keepMove(token, tx)
  }

  @InjectTransactionManager()
  async endClockMove(token: string, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.clockService.endMove(token, tx)
  }

  /** Somebody lets the studio live until a later time, and does what that makes due. */
  @InjectTransactionManager()
  async isClockMoving(@MedusaContext() tx: Tx = {}): Promise<boolean> {
    return this.areas.clockService.isMoving(tx)
  }

  /** When which work is due (TIME-5). */
  @InjectTransactionManager()
  async dueInstants(@MedusaContext() tx: Tx = {}): Promise<StudioDue> {
    return this.areas.dueInstantsService.read(tx)
  }

  // Sales between quote and order.

  @InjectTransactionManager()
  async createSaleDraft(input: CreateSaleDraftInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.saleDraftService.create(input, tx)
  }

  @InjectTransactionManager()
  async removeSaleDraft(input: { id: string; actor: Actor }, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.saleDraftService.remove(input, tx)
  }

  @InjectTransactionManager()
  async listSaleDraftsOf(of: SaleDraftsOf, @MedusaContext() tx: Tx = {}): Promise<StoredSaleDraft[]> {
    return this.areas.saleDraftService.listOf(of, tx)
  }

  @InjectTransactionManager()
  async markSaleDraftsChecked(ids: readonly string[], @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.saleDraftService.markChecked(ids, tx)
  }

  /** @throws DomainError `intro_already_used` when another sale holds the last use (PLAN-8) */
  @InjectTransactionManager()
  async claimOffer(input: ClaimOfferInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.saleDraftService.claimOffer(input, tx)
  }

  /** Members to be seated in a sale, by id, as far as the caller may see them (PEOPLE-6). */
  @InjectTransactionManager()
  async loadSalePeople(
    input: LoadSalePeopleInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<Map<string, SalePerson>> {
    return this.areas.saleDraftService.loadPeople(input, tx)
  }

  // Seats of sold memberships.

  /** Holds, resumes, cancels, moves people, changes payers or the term; or tells what that would do. */
  @InjectTransactionManager()
  async loadAddition(input: LoadAdditionInput, @MedusaContext() tx: Tx = {}): Promise<Addition> {
    return this.areas.nextSeatService.load(input, tx)
  }

  /** Keeps the rows of a sale of further seats while its money moves (SEAT-11). */
  @InjectTransactionManager()
  async claimPlaces(input: ClaimPlacesInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.nextSeatService.claim(input, tx)
  }

  /** The seats of a sale to a membership that is there; null when they were added before (SEAT-8). */
  @InjectTransactionManager()
  async addSoldSeats(input: SellMembershipInput, @MedusaContext() tx: Tx = {}): Promise<AddedSeats | null> {
    return this.areas.seatAdditionService.addSold(input, tx)
  }

  @InjectTransactionManager()
  async changeSeats(input: ChangeSeatsInput, @MedusaContext() tx: Tx = {}): Promise<SeatsChanged> {
    return this.areas.seatChangeService.change(input, tx)
  }

  /** What staff and customers are told before they choose on seats (CANCEL-4, HOLD-6). */
  @InjectTransactionManager()
  async seatOptions(membership_id: string, @MedusaContext() tx: Tx = {}): Promise<MembershipSeatOptions> {
    return this.areas.seatReadService.options(membership_id, tx)
  }

  /** Who may take a seat, and why others may not (SEAT-2). */
  @InjectTransactionManager()
  async seatCandidates(input: CandidatesInput, @MedusaContext() tx: Tx = {}): Promise<SeatCandidateRow[]> {
    return this.areas.seatReadService.candidates(input, tx)
  }

  /** Asks somebody by e-mail to take a seat (SEAT-1). */
  @InjectTransactionManager()
  async inviteToSeat(input: InviteInput, @MedusaContext() tx: Tx = {}): Promise<Invited> {
    return this.areas.invitationService.invite(input, tx)
  }

  @InjectTransactionManager()
  async acceptInvitation(input: AcceptInvitationInput, @MedusaContext() tx: Tx = {}): Promise<SeatsChanged> {
    return this.areas.invitationService.accept(input, tx)
  }

  @InjectTransactionManager()
  async revokeInvitation(input: RevokeInvitationInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.invitationService.revoke(input, tx)
  }

  // What visits are for, and how people are known at the front desk.

  @InjectTransactionManager()
  async createService(input: CreateServiceInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.serviceService.create(input, tx)
  }

  @InjectTransactionManager()
  async updateService(input: UpdateServiceInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.serviceService.update(input, tx)
  }

  @InjectTransactionManager()
  async deleteService(input: DeleteServiceInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.serviceService.delete(input, tx)
  }

  /** Ids of the services of a branch (PLAN-11). */
  @InjectTransactionManager()
  async serviceIdsAt(location_id: string, @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.serviceService.idsAt(location_id, tx)
  }

  @InjectTransactionManager()
  async addFrontDeskDevice(
    input: AddFrontDeskDeviceInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<DeviceTokenClaim> {
    return this.areas.frontDeskDeviceService.add(input, tx)
  }

  @InjectTransactionManager()
  async renewFrontDeskDevice(
    input: ChangeFrontDeskDeviceInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<DeviceTokenClaim> {
    return this.areas.frontDeskDeviceService.renew(input, tx)
  }

  @InjectTransactionManager()
  async revokeFrontDeskDevice(
    input: ChangeFrontDeskDeviceInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<void> {
    return this.areas.frontDeskDeviceService.revoke(input, tx)
  }

  /** The device of a token, unless it was renewed or revoked since (ACCESS-7). One statement, every time a device asks. */
  @InjectManager()
  async findFrontDeskDevice(
    claim: DeviceTokenClaim,
    @MedusaContext() context: Tx = {}
  ): Promise<FrontDeskDevice | null> {
    return this.areas.frontDeskDeviceService.find(claim, withoutTransaction(context))
  }

  /** A member's rotating code as it is now. @throws DomainError `not_found` */
  @InjectTransactionManager()
  async showRotatingCode(input: MemberCodeInput, @MedusaContext() tx: Tx = {}): Promise<ShownCode> {
    return this.areas.accessCodeService.show(input, tx)
  }

  /** A new secret for it; what was shown before is revoked. */
  @InjectTransactionManager()
  async renewRotatingCode(input: MemberCodeInput, @MedusaContext() tx: Tx = {}): Promise<ShownCode> {
    return this.areas.accessCodeService.renew(input, tx)
  }

  @InjectTransactionManager()
  async addCard(input: AddCardInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.accessCodeService.addCard(input, tx)
  }

  @InjectTransactionManager()
  async revokeAccessCode(input: RevokeAccessCodeInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.accessCodeService.revoke(input, tx)
  }

  /** The member whose code was scanned. @throws DomainError `code_unknown`, `code_revoked`, `code_expired` */
  @InjectTransactionManager()
  async resolveAccessCode({ code }: ScannedCode, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.accessCodeService.resolve(code, tx)
  }

  // Credits.

  /** Takes credits for a booking or a visit, all or nothing (CREDIT-3). @throws DomainError `insufficient_credits` */
  @InjectTransactionManager()
  async useCredits(input: UseCreditsInput, @MedusaContext() tx: Tx = {}): Promise<CreditsUsed> {
    return this.areas.creditService.use(input, tx)
  }

  /** A booking is attended or released, or a visit undone; doing it again does nothing (CREDIT-4, CREDIT-9). */
  @InjectTransactionManager()
  async settleCreditUse(input: SettleUseInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    await this.areas.creditService.settleUse(input, tx)
  }

  /** What became of a booking, for its credits and for money: once, as its service says (CREDIT-4). */
  @InjectTransactionManager()
  async settleBooking(input: SettleBookingInput, @MedusaContext() tx: Tx = {}): Promise<SettledBooking> {
    return this.areas.bookingSettlementService.settle(input, tx)
  }

  /** The credits of a renewal that was paid; given once, however often it is asked. Answers whether it was now. */
  @InjectTransactionManager()
  async givePeriodCredits(input: GivePeriodInput, @MedusaContext() tx: Tx = {}): Promise<boolean> {
    return (await this.areas.creditGrantService.givePeriods([input], tx)) > 0
  }

  @InjectTransactionManager()
  async adjustCreditGrant(input: AdjustGrantInput, @MedusaContext() tx: Tx = {}): Promise<CreditsChanged> {
    return this.areas.creditChangeService.adjust(input, tx)
  }

  @InjectTransactionManager()
  async giveCredits(input: GiveCreditsInput, @MedusaContext() tx: Tx = {}): Promise<CreditsChanged> {
    return this.areas.creditChangeService.give(input, tx)
  }

  @InjectTransactionManager()
  async exchangeCredits(input: ExchangeCreditsInput, @MedusaContext() tx: Tx = {}): Promise<CreditsChanged> {
    return this.areas.creditChangeService.exchange(input, tx)
  }

  @InjectTransactionManager()
  async transferCredits(input: TransferCreditsInput, @MedusaContext() tx: Tx = {}): Promise<CreditsChanged> {
    return this.areas.creditChangeService.transfer(input, tx)
  }

  /** One batch of what time has done to credits (CREDIT-5). Answers how many memberships there were. */
  @InjectTransactionManager()
  async settleCredits(limit: number, @MedusaContext() tx: Tx = {}): Promise<number> {
    return this.areas.creditSettlementService.settleBatch(limit, tx)
  }

  @InjectTransactionManager()
  async readCredits(page: CreditsPage, @MedusaContext() tx: Tx = {}): Promise<MembershipCredits> {
    return this.areas.creditReadService.ofMembership(page, tx)
  }

  /** What is owed to members, by currency (REPORT-2). */
  @InjectTransactionManager()
  async creditObligations(
    input: CreditObligationsInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<CreditObligations[]> {
    return this.areas.creditObligationService.report(input, tx)
  }

  /** Grants whose balances are not what their entries say; reads only (CREDIT-1). */
  @InjectTransactionManager()
  async verifyCreditLedger(@MedusaContext() tx: Tx = {}): Promise<LedgerDrift[]> {
    return this.areas.creditReadService.verify(tx)
  }

  /** Kept for whoever watches over the store, whichever process they ask. */
  @InjectTransactionManager()
  async noteLedgerCheck(drift: number, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.billingHealthService.noteLedgerCheck(drift, tx)
  }

  // Sales after the order.

  /** The drafts of an order's cart, and which of its sales are done. */
  @InjectTransactionManager()
  async loadActivation(input: LoadActivationInput, @MedusaContext() tx: Tx = {}): Promise<ActivationState> {
    return this.areas.activationService.load(input, tx)
  }

  /** Writes one membership of an order; null when it exists already (SALE-6). */
  @InjectTransactionManager()
  async sellMembership(input: SellMembershipInput, @MedusaContext() tx: Tx = {}): Promise<SoldSale | null> {
    return this.areas.activationService.sell(input, tx)
  }

  /** Tells staff about lines that no membership could be made of. Answers the ids of new issues. */
  @InjectTransactionManager()
  async reportLineIssues(
    order_id: string,
    lines: readonly LineIssue[],
    @MedusaContext() tx: Tx = {}
  ): Promise<string[]> {
    return this.areas.activationService.report(order_id, lines, tx)
  }

  @InjectTransactionManager()
  async closeSaleDrafts(ids: readonly string[], @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.activationService.closeDrafts(ids, tx)
  }

  /** What an order's payment or cancellation means for its memberships (SALE-7, SALE-8). */
  @InjectTransactionManager()
  async settleOrder(input: SettleOrderInput, @MedusaContext() tx: Tx = {}): Promise<SettledOrder> {
    return this.areas.settlementService.settle(input, tx)
  }

  /** Keeps who received an order's money, and their note. */
  @InjectTransactionManager()
  async recordPayment(input: RecordPaymentEntry, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.settlementService.recordPayment(input, tx)
  }

  /** Asks staff what becomes of memberships whose money was given back (SALE-8). Answers the ids of new issues. */
  @InjectTransactionManager()
  async reportRefunds(refunds: readonly RefundedOrder[], @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.saleIssueService.reportRefunds(refunds, tx)
  }

  /** @throws DomainError `not_found`, `issue_already_resolved`, `issue_action_invalid` */
  @InjectTransactionManager()
  async resolveSaleIssue(
    input: ResolveSaleIssueInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<ResolvedSaleIssue> {
    return this.areas.saleIssueService.resolve(input, tx)
  }

  /** Renews one batch of status copies whose time has come. Answers how many there were (TERM-4). */
  @InjectTransactionManager()
  async refreshStatuses(limit: number, @MedusaContext() tx: Tx = {}): Promise<number> {
    return this.areas.settlementService.refreshStatuses(limit, tx)
  }

  @InjectTransactionManager()
  async saleSweepWindow(
    input: SweepWindow,
    @MedusaContext() tx: Tx = {}
  ): Promise<{ since: Instant; until: Instant }> {
    return this.areas.saleSweepService.window(input, tx)
  }

  /** Of these lines, the orders that hold one with neither a membership nor an issue. */
  @InjectTransactionManager()
  async unsoldOrders(lines: readonly PlanLine[], @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.saleSweepService.unsold(lines, tx)
  }

  @InjectTransactionManager()
  async pendingOrders(
    page: { after: string; limit: number },
    @MedusaContext() tx: Tx = {}
  ): Promise<string[]> {
    return this.areas.saleSweepService.pendingOrders(page, tx)
  }

  /** The status of each membership, computed now (TERM-1). */
  @InjectTransactionManager()
  async statusesOf(
    membership_ids: readonly string[],
    @MedusaContext() tx: Tx = {}
  ): Promise<Map<string, MembershipStatus>> {
    return this.areas.membershipReadService.statusesOf(membership_ids, tx)
  }

  /** A page of the memberships in which staff find all words of a search. */
  @InjectTransactionManager()
  async searchMemberships(
    input: SearchMembershipsInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<FoundMemberships> {
    return this.areas.membershipReadService.search(input, tx)
  }

  /** How many seats each membership has. */
  @InjectTransactionManager()
  async seatCountsOf(
    membership_ids: readonly string[],
    @MedusaContext() tx: Tx = {}
  ): Promise<Map<string, number>> {
    return this.areas.membershipReadService.seatCounts(membership_ids, tx)
  }

  /** How many memberships each plan has, live ones and all; a plan without any is left out. */
  @InjectTransactionManager()
  async membershipCountsOf(
    plan_ids: readonly string[],
    @MedusaContext() tx: Tx = {}
  ): Promise<Map<string, MembershipCounts>> {
    return this.areas.membershipReadService.countsOf(plan_ids, tx)
  }

  /** How many memberships each chart version sold, void ones left out; a version without any is left out. */
  @InjectTransactionManager()
  async membershipCountsOfCharts(
    price_chart_ids: readonly string[],
    @MedusaContext() tx: Tx = {}
  ): Promise<Map<string, number>> {
    return this.areas.membershipReadService.countsOfCharts(price_chart_ids, tx)
  }

  /** The ids of the seats that a customer may see (SEAT-9). */
  @InjectTransactionManager()
  async visibleSeats(input: VisibleSeatsInput, @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.membershipReadService.visibleSeats(input, tx)
  }

  /** Null for a membership of which the customer sees nothing. */
  @InjectTransactionManager()
  async ownCharges(input: OwnChargesInput, @MedusaContext() tx: Tx = {}): Promise<string[] | null> {
    return this.areas.membershipReadService.ownCharges(input, tx)
  }

  /** Whose credits a customer sees and may move in a membership (PEOPLE-6). */
  @InjectTransactionManager()
  async creditRights(input: CreditRightsInput, @MedusaContext() tx: Tx = {}): Promise<CreditRights> {
    return this.areas.membershipReadService.creditRights(input, tx)
  }

  /** Ids of the memberships of which a customer sees something (SEAT-9). */
  @InjectTransactionManager()
  async ownMemberships(input: OwnMembershipsInput, @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.membershipReadService.ownMemberships(input, tx)
  }

  @InjectTransactionManager()
  async ordersNotVoid(order_ids: readonly string[], @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.saleSweepService.notVoid(order_ids, tx)
  }

  /** Staff quoted an offer to somebody who is not eligible, and said why (SAFE-2). */
  @InjectTransactionManager()
  async recordQuoteOverride(
    { plan_id, customer_id, actor, reason }: QuoteOverrideInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<void> {
    const subject = { type: "plan", id: plan_id }
    const action = "override-eligibility"
    return this.areas.auditService.record({ actor, action, subject, changes: { customer_id }, reason }, tx)
  }

  /** Forgets answers that nobody will ask for again; a kept answer can hold what its route answered. */
  @InjectTransactionManager()
  async forgetIdempotencyKeys(@MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.idempotencyService.forgetOld(tx)
  }

  /** On which orders stands what was paid for the period that runs. */
  @InjectTransactionManager()
  async runningOrders(membership_id: string, @MedusaContext() tx: Tx = {}): Promise<RunningOrders> {
    return this.areas.planChangeService.runningOrders(membership_id, tx)
  }

  /** BILL-10. @throws DomainError with the code of the rule that says no */
  @InjectTransactionManager()
  async changePlan(input: ChangePlanInput, @MedusaContext() tx: Tx = {}): Promise<ChangedPlan> {
    return this.areas.planChangeService.change(input, tx)
  }

  /** Memberships for which it is to be planned what follows their introductory offer (PLAN-8). */
  @InjectTransactionManager()
  async dueConversions(limit: number, after_id: string, @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.conversionService.due(limit, after_id, tx)
  }

  /** Plans what was agreed to at the sale. @returns null: done before @see ConversionService.plan */
  @InjectTransactionManager()
  async planConversion(
    membership_id: string,
    @MedusaContext() tx: Tx = {}
  ): Promise<{ readonly refused_code: string | null } | null> {
    return this.areas.conversionService.plan(membership_id, tx)
  }

  @InjectTransactionManager()
  async planChangeOptions(
    input: PlanChangeOptionsInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<PlanChangeOptions> {
    return this.areas.planChangeOptionService.options(input, tx)
  }

  /** What buyers have already of the same plan or product (BILL-11). */
  @InjectTransactionManager()
  async loadHeld(input: LoadHeldInput, @MedusaContext() tx: Tx = {}): Promise<Held> {
    return this.areas.saleNoticeService.held(input, tx)
  }

  /** Whoever sits in two memberships of one plan (BILL-11). */
  @InjectTransactionManager()
  async doubleCoversToTell(@MedusaContext() tx: Tx = {}): Promise<DoubleCover[]> {
    return this.areas.staffNoticeService.doubleCovers(tx)
  }

  /** BILL-10, SEAT-8. @throws DomainError with the code of the rule that says no */
  @InjectTransactionManager()
  async joinMembership(input: JoinMembershipInput, @MedusaContext() tx: Tx = {}): Promise<MembershipJoined> {
    return this.areas.joinService.join(input, tx)
  }

  /** Shared memberships with a seat for whoever sits in a membership for one. @throws DomainError `not_found`, `not_your_seat` */
  @InjectTransactionManager()
  async joinOptions(input: JoinOptionsInput, @MedusaContext() tx: Tx = {}): Promise<JoinOptions> {
    return this.areas.joinOptionService.list(input, tx)
  }

  /** Planned joins whose day has come. */
  @InjectTransactionManager()
  async dueJoins(@MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.joinService.due(tx)
  }

  /** Each once, by as many workers as there are. @returns null where there is nothing to do (any more) */
  @InjectTransactionManager()
  async settleJoin(id: string, @MedusaContext() tx: Tx = {}): Promise<SettledJoin | null> {
    return this.areas.joinService.settle(id, tx)
  }

  /** Until its period begins. @throws DomainError `not_found`, `not_your_seat` */
  @InjectTransactionManager()
  async takeBackPlanChange(input: TakeBackPlanChangeInput, @MedusaContext() tx: Tx = {}): Promise<string> {
    return this.areas.planChangeService.takeBack(input, tx)
  }

  /** One batch of memberships with a period that has begun, or one of them: their charges, each once (BILL-1). */
  @InjectTransactionManager()
  async enqueueCharges(
    limit: number,
    id: string | null = null,
    @MedusaContext() tx: Tx = {}
  ): Promise<EnqueuedBatch> {
    return this.areas.chargeEnqueuingService.enqueueBatch(limit, id, tx)
  }

  @InjectTransactionManager()
  async dueForCharges(limit: number, @MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.chargeEnqueuingService.due(limit, tx)
  }

  @InjectTransactionManager()
  async postponeCharges(id: string, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.chargeEnqueuingService.postpone(id, tx)
  }

  /** One batch of packs that were used up and renew themselves: their charges, each once (CREDIT-6). */
  @InjectTransactionManager()
  async enqueueRepurchases(
    limit: number,
    except: readonly string[] = [],
    @MedusaContext() tx: Tx = {}
  ): Promise<EnqueuedBatch> {
    return this.areas.repurchaseService.enqueueBatch(limit, except, tx)
  }

  /** Charges whose tax is not known yet, and then neither what they come to. */
  @InjectTransactionManager()
  async listUntaxedCharges(
    limit: number,
    except: readonly string[] = [],
    @MedusaContext() tx: Tx = {}
  ): Promise<UntaxedCharge[]> {
    return this.areas.chargeTaxService.untaxed(limit, except, tx)
  }

  @InjectTransactionManager()
  async writeChargeTotals(totals: readonly ChargeTotals[], @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.chargeTaxService.write(totals, tx)
  }

  /** Work for one worker: attempts are committed when this returns (BILL-4). */
  @InjectTransactionManager()
  async claimCharges(input: ClaimInput, @MedusaContext() tx: Tx = {}): Promise<ClaimedBatch> {
    return this.areas.chargeClaimService.claimBatch(input, tx)
  }

  /** Paid charges of which there is no order yet (BILL-2). */
  @InjectTransactionManager()
  async listUnorderedCharges(
    limit: number,
    after: UnorderedCharge | null,
    @MedusaContext() tx: Tx = {}
  ): Promise<UnorderedCharge[]> {
    return this.areas.chargeOrderService.unordered(limit, after, tx)
  }

  @InjectTransactionManager()
  async writeChargeOrders(orders: readonly ChargeOrder[], @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.chargeOrderService.write(orders, tx)
  }

  /** What became of charges, with the periods, credits and status that follow, in one commit. */
  @InjectTransactionManager()
  async recordChargeAnswers(
    answers: readonly ChargeAnswer[],
    @MedusaContext() tx: Tx = {}
  ): Promise<RecordedAnswers> {
    return this.areas.chargeAnswerService.record(answers, tx)
  }

  /** One batch of memberships with what they will owe until an instant, written nowhere (BILL-9). */
  @InjectTransactionManager()
  async forecastCharges(input: ForecastInput, @MedusaContext() tx: Tx = {}): Promise<ForecastBatch> {
    return this.areas.chargeForecastService.batch(input, tx)
  }

  /** Charges that are there already and will be asked for until an instant. */
  @InjectTransactionManager()
  async openChargesUntil(until: Instant, @MedusaContext() tx: Tx = {}): Promise<OpenCharge[]> {
    return this.areas.chargeForecastService.openUntil(until, null, tx)
  }

  /** What memberships come to before a day, one batch (REPORT-3); in a transaction that cannot write. */
  @InjectTransactionManager()
  async forecastMemberships(
    input: ForecastMembershipsInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<MembershipsBatch> {
    return this.areas.membershipForecastService.batch(input, tx)
  }

  @InjectTransactionManager()
  async chargesToday(@MedusaContext() tx: Tx = {}): Promise<ChargesToday> {
    return this.areas.chargeNumberService.today(tx)
  }

  /** How the money path stands, for whoever watches over the store. */
  @InjectTransactionManager()
  async billingHealth(@MedusaContext() tx: Tx = {}): Promise<BillingHealth> {
    return this.areas.billingHealthService.read(tx)
  }

  /** How much of payment providers this process may use. */
  paymentLimits(): MembershipOptions["payments"] {
    return this.areas.membershipOptions.payments
  }

  /** Staff retry, record or waive it. @throws DomainError `not_found`, and the refusals of `decideCharge` */
  @InjectTransactionManager()
  async changeCharge(input: ChangeChargeInput, @MedusaContext() tx: Tx = {}): Promise<ChangedCharge> {
    return this.areas.chargeVerbService.change(input, tx)
  }

  /** @throws DomainError `not_found`, `lease_running` */
  @InjectTransactionManager()
  async sentChargeAttempt(charge_id: string, @MedusaContext() tx: Tx = {}): Promise<SentAttempt | null> {
    return this.areas.chargeAttemptService.last(charge_id, tx)
  }

  /** What a provider's hint is about; null where there is nothing to find out (BILL-4). @throws DomainError `not_found` */
  @InjectTransactionManager()
  async hintedChargeAttempt(hint: PaymentHint, @MedusaContext() tx: Tx = {}): Promise<SentAttempt | null> {
    return this.areas.chargeAttemptService.hinted(hint, tx)
  }

  @InjectTransactionManager()
  async recordReconciliation(input: Reconciliation, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.chargeVerbService.recordReconciliation(input, tx)
  }

  /** Money that came twice was given back (BILL-4). @throws DomainError `not_found`, `nothing_to_give_back`, `money_invalid` */
  @InjectTransactionManager()
  async recordChargeRefund(input: RecordChargeRefundInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.chargeRefundService.record(input, tx)
  }

  /** BILL-3: memberships that nobody paid until their grace was over, where the studio ends them. */
  @InjectTransactionManager()
  async dueUnpaid(@MedusaContext() tx: Tx = {}): Promise<string[]> {
    return this.areas.unpaidCancellationService.due(tx)
  }

  /** BILL-3: ends one of them, once. @returns whether it did */
  @InjectTransactionManager()
  async cancelUnpaid(id: string, @MedusaContext() tx: Tx = {}): Promise<boolean> {
    return this.areas.unpaidCancellationService.cancel(id, tx)
  }

  @InjectTransactionManager()
  async noteSuspensions(@MedusaContext() tx: Tx = {}): Promise<number> {
    return this.areas.noticeService.noteSuspensions(tx)
  }

  /** BILL-3: reminds of charges to come, one batch. */
  @InjectTransactionManager()
  async noteUpcomingCharges(input: UpcomingBatchInput, @MedusaContext() tx: Tx = {}): Promise<UpcomingBatch> {
    return this.areas.upcomingChargeService.noteBatch(input, tx)
  }

  /** Notices for one worker to send. */
  @InjectTransactionManager()
  async claimNotices(limit: number, @MedusaContext() tx: Tx = {}): Promise<NoticeToSend[]> {
    return this.areas.noticeService.claim(limit, tx)
  }

  @InjectTransactionManager()
  async settleNotices(outcomes: readonly NoticeOutcome[], @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.noticeService.settle(outcomes, tx)
  }

  /** What the studio does about renewals; the defaults where nothing is stored. */
  @InjectTransactionManager()
  async readBillingSettings(@MedusaContext() tx: Tx = {}): Promise<StudioBilling> {
    return this.areas.billingSettingsService.read(tx)
  }

  /** @throws DomainError `billing_settings_invalid`, naming the field */
  @InjectTransactionManager()
  async updateBillingSettings(
    input: UpdateBillingSettingsInput,
    @MedusaContext() tx: Tx = {}
  ): Promise<void> {
    return this.areas.billingSettingsService.update(input, tx)
  }

  /** BILL-8: once this has returned no charge is claimed. @throws DomainError `conflict` */
  @InjectTransactionManager()
  async pauseRenewals(input: PauseRenewalsInput, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.billingSettingsService.pause(input, tx)
  }

  /** @throws DomainError `conflict` */
  @InjectTransactionManager()
  async continueRenewals(input: { readonly actor: Actor }, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.billingSettingsService.continue(input, tx)
  }

  // What pays renewals (SALE-12).

  /** Sales of which it is not known yet whether their payment left a method. */
  @InjectTransactionManager()
  async paymentMethodSeekers(
    filter: MethodSeekersFilter,
    @MedusaContext() tx: Tx = {}
  ): Promise<MethodSeeker[]> {
    return this.areas.paymentMethodService.seekers(filter, tx)
  }

  @InjectTransactionManager()
  async keepPaymentMethod(input: KeepMethodInput, @MedusaContext() tx: Tx = {}): Promise<MethodChosen> {
    return this.areas.paymentMethodService.keep(input, tx)
  }

  @InjectTransactionManager()
  async choosePaymentMethod(input: ChooseMethodInput, @MedusaContext() tx: Tx = {}): Promise<MethodChosen> {
    return this.areas.paymentMethodService.choose(input, tx)
  }

  /** Answers the memberships that nothing pays for from now on. */
  @InjectTransactionManager()
  async stopPaymentMethod(input: StopMethodInput, @MedusaContext() tx: Tx = {}): Promise<PaidMembership[]> {
    return this.areas.paymentMethodService.stop(input, tx)
  }
}

export interface QuoteOverrideInput {
  readonly plan_id: string
  readonly customer_id: string | null
  readonly actor: Actor
  readonly reason: string
}

/** A statement by itself needs no BEGIN and COMMIT around it; one in the caller's transaction stays in that. */
const withoutTransaction = ({ manager, transactionManager = manager }: Tx): Tx => ({ transactionManager })
