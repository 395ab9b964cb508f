import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123011647 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership" add column if not exists "payment_method_sought_at" timestamptz null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_payment_method_unsought" ON "membership" ("created_at") WHERE payment_method_sought_at is null and activated_at is not null AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_membership_payment_method_unsought";`)
    this.addSql(`alter table if exists "membership" drop column if exists "payment_method_sought_at";`)
  }
}
