import { moduleTests } from "./module-tests"

const ACTOR = { type: "user", id: "user_1" } as const

moduleTests({
  options: { clock: "adjustable" },
  testSuite: ({ service, sql }) => {
    it("SAFE-2: the database refuses to change or delete an audit entry", async () => {
      await service.createClassification({ name: "Adult", actor: ACTOR })
      const refused = /never changed or deleted/
      await expect(sql(`update membership_audit_entry set actor_id = 'somebody'`)).rejects.toThrow(refused)
      await expect(sql(`delete from membership_audit_entry`)).rejects.toThrow(refused)
      const [entry] = await service.listMembershipAuditEntries({})
      await expect(service.deleteMembershipAuditEntries([entry!.id])).rejects.toThrow(refused)
      await expect(service.softDeleteMembershipAuditEntries([entry!.id])).rejects.toThrow(refused)
      expect(await service.listMembershipAuditEntries({})).toEqual([
        expect.objectContaining({ actor_id: "user_1" }),
      ])
    })

    it("SALE-4: the database refuses to change or delete accepted terms", async () => {
      await sql(`alter table membership_accepted_terms drop constraint membership_accepted_terms_membership_id_foreign,
                 drop constraint membership_accepted_terms_terms_id_foreign`)
      await sql(`insert into membership_accepted_terms (id, membership_id, terms_id, accepted_at)
                 values ('macc_1', 'mship_1', 'mterms_1', now())`)
      const refused = /Terms are never changed/
      await expect(sql(`update membership_accepted_terms set accepted_by = 'cus_1'`)).rejects.toThrow(refused)
      await expect(sql(`delete from membership_accepted_terms`)).rejects.toThrow(refused)
    })

    it("SAFE-2: what is refused leaves no entry, what is done leaves one, in the studio's time", async () => {
      await service.adjustStudioClock({ now: "2027-03-01T12:00:00Z", actor: ACTOR })
      await service.createMember({ first_name: "Kid", date_of_birth: "2019-05-06", actor: ACTOR })
      await expect(
        service.createMember({ first_name: "Kid", date_of_birth: "2028-05-06", actor: ACTOR })
      ).rejects.toMatchObject({ code: "date_of_birth_invalid" })
      const entries = await service.listMembershipAuditEntries({ action: "create-member" })
      expect(entries).toHaveLength(1)
      expect(entries[0]).toMatchObject({ changes: { first_name: "changed", date_of_birth: "changed" } })
      expect(entries[0]?.at.toISOString()).toBe("2027-03-01T12:00:00.000Z")
      expect(JSON.stringify(await service.listMembershipAuditEntries({}))).not.toContain("2019-05-06")
    })
  },
})
