import { InjectTransactionManager, MedusaContext, MedusaService } from "@medusajs/framework/utils"
import type { Instant, TimeZone } from "../../domain/time/types"
import * as models from "./models"
import type {
  ClassificationService,
  CreateClassificationInput,
  DeleteClassificationInput,
  UpdateClassificationInput,
} from "./services/classifications"
import type { ClockService, SetClockInput } from "./services/clock"
import type { IdempotencyService, KeptAnswer, KeyClaim } from "./services/idempotency"
import type { MembershipOptions, Tx } from "./types"

interface Areas {
  classificationService: ClassificationService
  clockService: ClockService
  idempotencyService: IdempotencyService
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
  async setClock(input: SetClockInput, zone: TimeZone, @MedusaContext() tx: Tx = {}): Promise<Instant> {
    return this.areas.clockService.set(input, zone, tx)
  }

  @InjectTransactionManager()
  async claimIdempotencyKey(claim: KeyClaim, @MedusaContext() tx: Tx = {}): Promise<KeptAnswer | null> {
    return this.areas.idempotencyService.claim(claim, tx)
  }

  @InjectTransactionManager()
  async settleIdempotencyKey(claim: KeyClaim, answer: KeptAnswer, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.idempotencyService.settle(claim, answer, tx)
  }

  @InjectTransactionManager()
  async releaseIdempotencyKey(claim: KeyClaim, @MedusaContext() tx: Tx = {}): Promise<void> {
    return this.areas.idempotencyService.release(claim, tx)
  }

  @InjectTransactionManager()
  async createClassification(input: CreateClassificationInput, @MedusaContext() tx: Tx = {}): Promise<string> {
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
}
