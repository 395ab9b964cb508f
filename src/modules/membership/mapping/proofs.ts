/** The proofs of a member as one JSON value. @param member SQL that gives the member's id */
export const proofsOf = (member: string) => `
  coalesce((select json_agg(json_build_object(
      'classification_id', proof.classification_id, 'expires_on', proof.expires_on))
    from membership_proof proof where proof.member_id = ${member} and proof.deleted_at is null), '[]') as proofs`
