import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** A trigger function that refuses, with the sentence a developer at the database prompt should read. */
const refuses = (name: string, sentence: string) => `
  create or replace function ${name}() returns trigger language plpgsql as $$
  begin
    raise exception '${sentence}' using errcode = 'restrict_violation';
  end $$;`

const VALUES = ["available_value_minor", "reserved_value_minor"]

/** The credit ledger is append-only (CREDIT-1), and its values outgrow four bytes in some currencies. */
export class Migration20261122140000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      refuses(
        "membership_refuse_credit_entry_change",
        "A credit entry is never changed or deleted (CREDIT-1)."
      )
    )
    this.addSql(`create trigger membership_credit_entry_append_only
      before update or delete on membership_credit_entry
      for each row execute function membership_refuse_credit_entry_change();`)
    this.addSql(
      refuses(
        "membership_refuse_credit_grant_deletion",
        "A credit grant is kept with its entries (CREDIT-1)."
      )
    )
    this.addSql(`create trigger membership_credit_grant_kept
      before delete on membership_credit_grant
      for each row execute function membership_refuse_credit_grant_deletion();`)
    for (const [table, columns] of [
      ["membership_credit_entry", VALUES],
      ["membership_credit_grant", ["value_minor", ...VALUES]],
    ] as const) {
      const wider = columns.map((column) => `alter column "${column}" type bigint`).join(", ")
      this.addSql(`alter table "${table}" ${wider};`)
    }
    // Each use updates its grant in place: room on the page keeps that from touching any index.
    this.addSql(`alter table "membership_credit_grant" set (fillfactor = 70);`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop trigger if exists membership_credit_grant_kept on membership_credit_grant;`)
    this.addSql(`drop trigger if exists membership_credit_entry_append_only on membership_credit_entry;`)
    this.addSql(`drop function if exists membership_refuse_credit_grant_deletion();`)
    this.addSql(`drop function if exists membership_refuse_credit_entry_change();`)
  }
}
