using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EntityFrameworkMigrations.Migrations
{
    /// <inheritdoc />
    public partial class AddInvitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "invitation_attempts",
                columns: table => new
                {
                    budget = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_attempts", x => x.budget);
                });

            migrationBuilder.CreateTable(
                name: "invitation_audit",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    action = table.Column<int>(type: "INTEGER", nullable: false),
                    actor = table.Column<string>(type: "TEXT", nullable: true),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    details = table.Column<string>(type: "TEXT", nullable: true),
                    invitation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    tenant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_audit", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitation_batch_rows",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    content = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    errors = table.Column<string>(type: "TEXT", nullable: true),
                    grant_groups = table.Column<string>(type: "TEXT", nullable: true),
                    identifier_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    identifier_kind = table.Column<string>(type: "TEXT", nullable: true),
                    identifier_value = table.Column<string>(type: "TEXT", nullable: true),
                    invitation_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    source_row = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 450, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_batch_rows", x => new { x.tenant, x.batch_id, x.position });
                });

            migrationBuilder.CreateTable(
                name: "invitation_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    caller_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    claim = table.Column<Guid>(type: "TEXT", nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_by = table.Column<string>(type: "TEXT", nullable: false),
                    dropped = table.Column<int>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    is_from_system = table.Column<bool>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    options = table.Column<string>(type: "TEXT", nullable: false),
                    refused = table.Column<int>(type: "INTEGER", nullable: false),
                    send_at = table.Column<long>(type: "INTEGER", nullable: true),
                    send_groups = table.Column<string>(type: "TEXT", nullable: true),
                    send_order = table.Column<string>(type: "TEXT", nullable: true),
                    sent = table.Column<int>(type: "INTEGER", nullable: false),
                    sent_at = table.Column<long>(type: "INTEGER", nullable: true),
                    sent_by = table.Column<string>(type: "TEXT", nullable: true),
                    sent_through = table.Column<int>(type: "INTEGER", nullable: false),
                    staged_at = table.Column<long>(type: "INTEGER", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false),
                    waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    withdrawn_at = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_batches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitation_deliveries",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    due_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    fence = table.Column<long>(type: "INTEGER", nullable: false),
                    invitation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    last_error = table.Column<string>(type: "TEXT", nullable: true),
                    leased_until = table.Column<long>(type: "INTEGER", nullable: true),
                    provider_message_id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    reported = table.Column<int>(type: "INTEGER", nullable: true),
                    reported_at = table.Column<long>(type: "INTEGER", nullable: true),
                    secret_version = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_deliveries", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitation_idempotency",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    caller_key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    first_row = table.Column<int>(type: "INTEGER", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    fingerprint = table.Column<string>(type: "TEXT", maxLength: 128, nullable: false),
                    outcome = table.Column<string>(type: "TEXT", nullable: false),
                    row_count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_idempotency", x => new { x.tenant, x.caller_key, x.first_row });
                });

            migrationBuilder.CreateTable(
                name: "invitation_link_uses",
                columns: table => new
                {
                    invitation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    attempt = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    used_at = table.Column<long>(type: "INTEGER", nullable: false),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 450, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_link_uses", x => x.invitation_id);
                });

            migrationBuilder.CreateTable(
                name: "invitation_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    activated_at = table.Column<long>(type: "INTEGER", nullable: false),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    deactivated_at = table.Column<long>(type: "INTEGER", nullable: true),
                    domains = table.Column<string>(type: "TEXT", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    grant_groups = table.Column<string>(type: "TEXT", nullable: true),
                    grant_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    grant_products = table.Column<string>(type: "TEXT", nullable: true),
                    grant_roles = table.Column<string>(type: "TEXT", nullable: true),
                    invited_by = table.Column<string>(type: "TEXT", nullable: false),
                    inviter_name = table.Column<string>(type: "TEXT", nullable: true),
                    is_active = table.Column<bool>(type: "INTEGER", nullable: false),
                    is_from_system = table.Column<bool>(type: "INTEGER", nullable: false),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    membership_ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    metadata = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    personal_message = table.Column<string>(type: "TEXT", nullable: true),
                    redirect_path = table.Column<string>(type: "TEXT", nullable: true),
                    secret_key_id = table.Column<long>(type: "INTEGER", nullable: false),
                    secret_version = table.Column<int>(type: "INTEGER", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    use_count = table.Column<int>(type: "INTEGER", nullable: false),
                    use_limit = table.Column<int>(type: "INTEGER", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "invitation_quotas",
                columns: table => new
                {
                    counter = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    asked_at = table.Column<long>(type: "INTEGER", nullable: false),
                    ends_at = table.Column<long>(type: "INTEGER", nullable: false),
                    granted = table.Column<int>(type: "INTEGER", nullable: false),
                    most = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_quotas", x => x.counter);
                });

            migrationBuilder.CreateTable(
                name: "invitation_seats",
                columns: table => new
                {
                    tenant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    grant_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    granted = table.Column<int>(type: "INTEGER", nullable: false),
                    taken = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_seats", x => new { x.tenant, x.grant_kind });
                });

            migrationBuilder.CreateTable(
                name: "invitation_suppressions",
                columns: table => new
                {
                    scope = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    address_hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    at = table.Column<long>(type: "INTEGER", nullable: false),
                    entered_by = table.Column<string>(type: "TEXT", nullable: true),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    masked_address = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_suppressions", x => new { x.scope, x.address_hash });
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    acceptance_attempt = table.Column<string>(type: "TEXT", nullable: true),
                    accepted_by = table.Column<string>(type: "TEXT", nullable: true),
                    anonymized_at = table.Column<long>(type: "INTEGER", nullable: true),
                    approved_by = table.Column<string>(type: "TEXT", nullable: true),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    batch_row = table.Column<int>(type: "INTEGER", nullable: true),
                    channels = table.Column<string>(type: "TEXT", nullable: true),
                    code_length = table.Column<int>(type: "INTEGER", nullable: false),
                    code_lookup = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    created_at = table.Column<long>(type: "INTEGER", nullable: false),
                    department = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    employee_id = table.Column<string>(type: "TEXT", nullable: true),
                    ended_at = table.Column<long>(type: "INTEGER", nullable: true),
                    expires_at = table.Column<long>(type: "INTEGER", nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: true),
                    first_name = table.Column<string>(type: "TEXT", nullable: true),
                    grant_groups = table.Column<string>(type: "TEXT", nullable: true),
                    grant_kind = table.Column<int>(type: "INTEGER", nullable: false),
                    grant_products = table.Column<string>(type: "TEXT", nullable: true),
                    grant_roles = table.Column<string>(type: "TEXT", nullable: true),
                    identifier_key = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    identifier_kind = table.Column<string>(type: "TEXT", nullable: true),
                    identifier_value = table.Column<string>(type: "TEXT", nullable: true),
                    invited_by = table.Column<string>(type: "TEXT", nullable: false),
                    inviter_name = table.Column<string>(type: "TEXT", nullable: true),
                    is_from_system = table.Column<bool>(type: "INTEGER", nullable: false),
                    issue_count = table.Column<int>(type: "INTEGER", nullable: false),
                    issued_at = table.Column<long>(type: "INTEGER", nullable: true),
                    job_title = table.Column<string>(type: "TEXT", nullable: true),
                    key_code = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    key_email = table.Column<string>(type: "TEXT", maxLength: 320, nullable: true),
                    key_employee = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    key_identifier = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    key_phone = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    key_user = table.Column<string>(type: "TEXT", maxLength: 450, nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    last_name = table.Column<string>(type: "TEXT", nullable: true),
                    line_manager = table.Column<string>(type: "TEXT", nullable: true),
                    line_manager_id = table.Column<string>(type: "TEXT", nullable: true),
                    link_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    membership_ends_at = table.Column<long>(type: "INTEGER", nullable: true),
                    metadata = table.Column<string>(type: "TEXT", nullable: true),
                    origin = table.Column<int>(type: "INTEGER", nullable: false),
                    personal_message = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    redirect_path = table.Column<string>(type: "TEXT", nullable: true),
                    refusal_reason = table.Column<string>(type: "TEXT", nullable: true),
                    reminder_due_at = table.Column<long>(type: "INTEGER", nullable: true),
                    requested_lifetime = table.Column<long>(type: "INTEGER", nullable: true),
                    search = table.Column<string>(type: "TEXT", nullable: true),
                    secret_key_id = table.Column<long>(type: "INTEGER", nullable: false),
                    secret_version = table.Column<int>(type: "INTEGER", nullable: false),
                    start_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    status = table.Column<int>(type: "INTEGER", nullable: false),
                    tenant = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    user_id = table.Column<string>(type: "TEXT", maxLength: 450, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "Members",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Tenant = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Members", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_attempts_ends",
                table: "invitation_attempts",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_audit_invitation",
                table: "invitation_audit",
                column: "invitation_id",
                filter: "invitation_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_audit_link",
                table: "invitation_audit",
                column: "link_id",
                filter: "link_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_audit_tenant",
                table: "invitation_audit",
                columns: new[] { "tenant", "at" },
                filter: "invitation_id IS NULL AND link_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batch_rows_email",
                table: "invitation_batch_rows",
                column: "email",
                filter: "email IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batch_rows_identifier_key",
                table: "invitation_batch_rows",
                column: "identifier_key",
                filter: "identifier_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batch_rows_phone",
                table: "invitation_batch_rows",
                column: "phone",
                filter: "phone IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batch_rows_user_id",
                table: "invitation_batch_rows",
                column: "user_id",
                filter: "user_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batches_caller_key",
                table: "invitation_batches",
                columns: new[] { "tenant", "caller_key" },
                unique: true,
                filter: "caller_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batches_created",
                table: "invitation_batches",
                columns: new[] { "tenant", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batches_due",
                table: "invitation_batches",
                columns: new[] { "due_at", "id" },
                filter: "due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batches_unsent",
                table: "invitation_batches",
                columns: new[] { "tenant", "staged_at", "id" },
                filter: "status = 1 AND waiting > 0");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_deliveries_ended",
                table: "invitation_deliveries",
                columns: new[] { "tenant", "ended_at" },
                filter: "ended_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_deliveries_failed",
                table: "invitation_deliveries",
                columns: new[] { "ended_at", "id" },
                filter: "status = 2");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_deliveries_invitation",
                table: "invitation_deliveries",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_deliveries_provider",
                table: "invitation_deliveries",
                columns: new[] { "channel", "provider_message_id" },
                filter: "provider_message_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_deliveries_waiting",
                table: "invitation_deliveries",
                columns: new[] { "channel", "due_at", "id" },
                filter: "status = 0");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_idempotency_created",
                table: "invitation_idempotency",
                column: "created_at");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_link_uses_attempt",
                table: "invitation_link_uses",
                columns: new[] { "link_id", "attempt" },
                unique: true,
                filter: "attempt IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_link_uses_used",
                table: "invitation_link_uses",
                columns: new[] { "link_id", "used_at", "invitation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_link_uses_user",
                table: "invitation_link_uses",
                columns: new[] { "link_id", "user_id" },
                unique: true,
                filter: "user_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_links_created",
                table: "invitation_links",
                columns: new[] { "tenant", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitation_quotas_ends",
                table: "invitation_quotas",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_suppressions_list",
                table: "invitation_suppressions",
                columns: new[] { "scope", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_code_lookup",
                table: "invitations",
                column: "code_lookup",
                filter: "code_lookup IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_created",
                table: "invitations",
                columns: new[] { "tenant", "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_email",
                table: "invitations",
                columns: new[] { "email", "tenant" },
                filter: "email IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_ended",
                table: "invitations",
                columns: new[] { "tenant", "ended_at", "id" },
                filter: "ended_at IS NOT NULL AND anonymized_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_expires",
                table: "invitations",
                columns: new[] { "tenant", "expires_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_expiring",
                table: "invitations",
                columns: new[] { "expires_at", "id" },
                filter: "status IN (1, 2)");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_identifier_key",
                table: "invitations",
                columns: new[] { "identifier_key", "tenant" },
                filter: "identifier_key IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_key_code",
                table: "invitations",
                columns: new[] { "key_code", "tenant" },
                unique: true,
                filter: "key_code IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_key_email",
                table: "invitations",
                columns: new[] { "key_email", "tenant" },
                unique: true,
                filter: "key_email IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_key_employee",
                table: "invitations",
                columns: new[] { "key_employee", "tenant" },
                unique: true,
                filter: "key_employee IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_key_identifier",
                table: "invitations",
                columns: new[] { "key_identifier", "tenant" },
                unique: true,
                filter: "key_identifier IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_key_phone",
                table: "invitations",
                columns: new[] { "key_phone", "tenant" },
                unique: true,
                filter: "key_phone IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_key_user",
                table: "invitations",
                columns: new[] { "key_user", "tenant" },
                unique: true,
                filter: "key_user IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_link",
                table: "invitations",
                columns: new[] { "link_id", "created_at", "id" },
                filter: "link_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_open",
                table: "invitations",
                columns: new[] { "tenant", "invited_by" },
                filter: "status IN (1, 2)");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_phone",
                table: "invitations",
                columns: new[] { "phone", "tenant" },
                filter: "phone IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_reminder_due",
                table: "invitations",
                columns: new[] { "reminder_due_at", "id" },
                filter: "reminder_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_user_id",
                table: "invitations",
                columns: new[] { "user_id", "tenant" },
                filter: "user_id IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Members_Tenant_UserId",
                table: "Members",
                columns: new[] { "Tenant", "UserId" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "invitation_attempts");

            migrationBuilder.DropTable(
                name: "invitation_audit");

            migrationBuilder.DropTable(
                name: "invitation_batch_rows");

            migrationBuilder.DropTable(
                name: "invitation_batches");

            migrationBuilder.DropTable(
                name: "invitation_deliveries");

            migrationBuilder.DropTable(
                name: "invitation_idempotency");

            migrationBuilder.DropTable(
                name: "invitation_link_uses");

            migrationBuilder.DropTable(
                name: "invitation_links");

            migrationBuilder.DropTable(
                name: "invitation_quotas");

            migrationBuilder.DropTable(
                name: "invitation_seats");

            migrationBuilder.DropTable(
                name: "invitation_suppressions");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "Members");
        }
    }
}
