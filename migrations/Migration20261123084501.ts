import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261123084501 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_plan_change" add column if not exists "to_classification_id" text null, add column if not exists "to_payer_customer_id" text null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "membership_plan_change" drop column if exists "to_classification_id", drop column if exists "to_payer_customer_id";`
    )
  }
}
