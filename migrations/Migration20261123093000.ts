import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123093000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "membership_ledger_check" ("id" text not null, "checked_at" timestamptz not null, "drift" integer not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_ledger_check_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_ledger_check_deleted_at" ON "membership_ledger_check" ("deleted_at") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_ledger_check" cascade;`)
  }
}
