import { shareOfSpecs } from "../support/shares"

shareOfSpecs(3)
