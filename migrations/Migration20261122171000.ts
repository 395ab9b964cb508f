import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Names of services are unique whatever their case, which the model cannot say. */
export class Migration20261122171000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create unique index if not exists "IDX_membership_service_name_unique"
       on "membership_service" (lower("name")) where deleted_at is null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists "IDX_membership_service_name_unique";`)
  }
}
