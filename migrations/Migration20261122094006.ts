import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261122094006 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "membership_seat_hold" ("id" text not null, "seat_id" text not null, "membership_id" text not null, "kind" text check ("kind" in ('hold', 'payment_holiday')) not null default 'hold', "starts_on" text not null, "resumes_on" text null, "fee" numeric not null, "reason" text null, "raw_fee" jsonb not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "membership_seat_hold_pkey" primary key ("id"), constraint CK_membership_seat_hold_dates check (resumes_on is null or resumes_on > starts_on));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_hold_seat_id" ON "membership_seat_hold" ("seat_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_hold_deleted_at" ON "membership_seat_hold" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_membership_seat_hold_membership" ON "membership_seat_hold" ("membership_id") WHERE deleted_at is null;`
    )

    this.addSql(
      `alter table if exists "membership_seat_hold" add constraint "membership_seat_hold_seat_id_foreign" foreign key ("seat_id") references "membership_seat" ("id") on update cascade;`
    )

    this.addSql(`alter table if exists "membership" add column if not exists "sold_ends_on" text null;`)
    // What was sold before holds existed ends as it was sold.
    this.addSql(`update "membership" set "sold_ends_on" = "ends_on";`)

    this.addSql(
      `alter table if exists "membership_seat" add column if not exists "starts_on" text null, add column if not exists "canceled_on" text null, add column if not exists "cancel_scope" text check ("cancel_scope" in ('seat', 'membership')) null, add column if not exists "cut_holds" jsonb null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "membership_seat_hold" cascade;`)

    this.addSql(`alter table if exists "membership" drop column if exists "sold_ends_on";`)

    this.addSql(
      `alter table if exists "membership_seat" drop column if exists "starts_on", drop column if exists "canceled_on", drop column if exists "cancel_scope", drop column if exists "cut_holds";`
    )
  }
}
