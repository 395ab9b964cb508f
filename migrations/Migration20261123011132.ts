import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123011132 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_charge" add column if not exists "paid_with" text check ("paid_with" in ('cash', 'transfer', 'other')) null, add column if not exists "reference" text null, add column if not exists "paid_beside_attempt" integer null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_paid_beside" ON "membership_charge" ("id") WHERE paid_beside_attempt is not null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_open" ON "membership_charge" ("due_at") WHERE settled_at is null AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_charge_settled" ON "membership_charge" ("settled_at") WHERE settled_at is not null AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop index if exists "IDX_membership_charge_paid_beside", "IDX_membership_charge_open", "IDX_membership_charge_settled";`
    )
    this.addSql(
      `alter table if exists "membership_charge" drop column if exists "paid_with", drop column if exists "reference", drop column if exists "paid_beside_attempt";`
    )
  }
}
