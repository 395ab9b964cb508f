import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A visit keeps what was decided: it is undone, never changed or deleted (ACCESS-5). Only a deleted guest's name goes. */
export class Migration20261122171500 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function membership_refuse_visit_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'UPDATE' and to_jsonb(new) - array['undone_at', 'undone_by', 'undo_reason', 'guest_name', 'updated_at']
            = to_jsonb(old) - array['undone_at', 'undone_by', 'undo_reason', 'guest_name', 'updated_at']
          and (old.undone_at is null or new.undone_at = old.undone_at) then
          return new;
        end if;
        raise exception 'A visit is undone, never changed or deleted (ACCESS-5).' using errcode = 'restrict_violation';
      end $$;`)
    this.addSql(`create trigger membership_visit_kept before update or delete on membership_visit
      for each row execute function membership_refuse_visit_change();`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists membership_visit_kept on membership_visit;`)
    this.addSql(`drop function if exists membership_refuse_visit_change();`)
  }
}
