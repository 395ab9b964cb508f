import type { MergeEffect as DomainEffect } from "../../../../modules/membership/types"
import type { MembershipDeletionEffect } from "../../../memberships/types"

/** What merging does beside the memberships. */
export type PersonMergeEffect = DomainEffect

export type CoveredTwice = Extract<PersonMergeEffect, { code: "already_covered" }>

export type MergeEffect = MembershipDeletionEffect | PersonMergeEffect
