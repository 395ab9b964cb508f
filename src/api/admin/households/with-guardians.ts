type Row = Record<string, unknown>

/** A household as it goes out: with the ids of its guardians, where its members were asked for. */
export function withGuardians(household: Row): Row {
  const members = household.members as { id?: string; is_guardian?: boolean }[] | undefined
  if (!members) return household
  return { ...household, guardian_ids: members.filter((member) => member.is_guardian).map((member) => member.id) }
}
