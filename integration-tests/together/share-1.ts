import { shareOfSpecs } from "../support/shares"

shareOfSpecs(1)
