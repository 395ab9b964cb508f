import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * Whose everything is that was a member's who was there twice (BILL-11). Visits keep what was decided (ACCESS-5); only their
 * member becomes the one into whom that one was merged.
 */
export class Migration20261123130500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_member" add column if not exists "merged_into_id" text null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_member_merged_into" ON "membership_member" ("merged_into_id") WHERE merged_into_id is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      refuseVisitChange(`and (new.member_id = old.member_id or exists (
            select from membership_member where id = old.member_id and merged_into_id = new.member_id))`)
    )
  }

  override async down(): Promise<void> {
    this.addSql(refuseVisitChange("and new.member_id = old.member_id"))
    this.addSql(`drop index if exists "IDX_membership_member_merged_into";`)
    this.addSql(`alter table if exists "membership_member" drop column if exists "merged_into_id";`)
  }
}

const MAY_CHANGE = "array['undone_at', 'undone_by', 'undo_reason', 'guest_name', 'member_id', 'updated_at']"

const refuseVisitChange = (same_member: string) => `
  create or replace function membership_refuse_visit_change() returns trigger language plpgsql as $$
  begin
    if tg_op = 'UPDATE' and to_jsonb(new) - ${MAY_CHANGE} = to_jsonb(old) - ${MAY_CHANGE}
      and (old.undone_at is null or new.undone_at = old.undone_at) ${same_member} then
      return new;
    end if;
    raise exception 'A visit is undone, never changed or deleted (ACCESS-5).' using errcode = 'restrict_violation';
  end $$;`
