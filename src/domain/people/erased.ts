/** What stands in place of a name once somebody is deleted: what they did stays, who they were does not (PEOPLE-6). */
export const DELETED_MEMBER = "Deleted member"
export const DELETED_CUSTOMER = "Deleted customer"
