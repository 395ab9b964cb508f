import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** What is settled stays settled, and no charge or attempt is deleted, so that money is never asked for again (BILL-1). */
export class Migration20261122225100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function membership_refuse_charge_change() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' or new.deleted_at is not null then
          raise exception 'Charges and their attempts are kept (BILL-1).' using errcode = 'restrict_violation';
        end if;
        if tg_table_name = 'membership_charge' then
          if old.status in ('paid', 'waived', 'canceled') and new.status is distinct from old.status then
            raise exception 'A settled charge does not change any more (BILL-1).' using errcode = 'restrict_violation';
          end if;
          if old.total_minor is not null and new.total_minor is distinct from old.total_minor then
            raise exception 'What a charge comes to does not change once it is known (MONEY-3).' using errcode = 'restrict_violation';
          end if;
        end if;
        return new;
      end $$;`)
    for (const table of ["membership_charge", "membership_charge_attempt"])
      this.addSql(`create trigger ${table}_kept before update or delete on ${table}
        for each row execute function membership_refuse_charge_change();`)
  }

  override async down(): Promise<void> {
    for (const table of ["membership_charge", "membership_charge_attempt"])
      this.addSql(`drop trigger if exists ${table}_kept on ${table};`)
    this.addSql(`drop function if exists membership_refuse_charge_change();`)
  }
}
