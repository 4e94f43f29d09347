using Invitations.EntityFramework.Tests.Fixtures;
using Invitations.Testing;

namespace Invitations.EntityFramework.Tests.Conformance;

public sealed class PostgreSqlInvitationStoreTests(PostgreSqlFixture fixture)
    : InvitationStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInvitationChangeTests(PostgreSqlFixture fixture)
    : InvitationChangeConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInvitationEndTests(PostgreSqlFixture fixture)
    : InvitationEndConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInvitationRoundTripTests(PostgreSqlFixture fixture)
    : InvitationRoundTripConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInvitationRaceTests(PostgreSqlFixture fixture)
    : InvitationRaceConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInvitationLinkStoreTests(PostgreSqlFixture fixture)
    : InvitationLinkStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlLinkUseTests(PostgreSqlFixture fixture)
    : LinkUseConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInvitationQueryTests(PostgreSqlFixture fixture)
    : InvitationQueryConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInvitationSearchTests(PostgreSqlFixture fixture)
    : InvitationSearchConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInvitationPagingTests(PostgreSqlFixture fixture)
    : InvitationPagingConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlDeliveryStoreTests(PostgreSqlFixture fixture)
    : DeliveryStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlDeliveryClaimTests(PostgreSqlFixture fixture)
    : DeliveryClaimConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlAuditStoreTests(PostgreSqlFixture fixture)
    : AuditStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlIdempotencyStoreTests(PostgreSqlFixture fixture)
    : IdempotencyStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlAttemptStoreTests(PostgreSqlFixture fixture)
    : AttemptStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlSeatStoreTests(PostgreSqlFixture fixture)
    : SeatStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlSeatRaceTests(PostgreSqlFixture fixture)
    : SeatRaceConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlQuotaStoreTests(PostgreSqlFixture fixture)
    : QuotaStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlQuotaRaceTests(PostgreSqlFixture fixture)
    : QuotaRaceConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlSuppressionStoreTests(PostgreSqlFixture fixture)
    : SuppressionStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInboxStoreTests(PostgreSqlFixture fixture)
    : InboxStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlBatchStoreTests(PostgreSqlFixture fixture)
    : BatchStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlBatchRowStoreTests(PostgreSqlFixture fixture)
    : BatchRowStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlBatchRaceTests(PostgreSqlFixture fixture)
    : BatchRaceConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlStoreTransactionTests(PostgreSqlFixture fixture)
    : StoreTransactionConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlNestedTransactionTests(PostgreSqlFixture fixture)
    : NestedTransactionConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlTransactionRaceTests(PostgreSqlFixture fixture)
    : TransactionRaceConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlDeliveryReceiptTests(PostgreSqlFixture fixture)
    : DeliveryReceiptConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlFailedDeliveryTests(PostgreSqlFixture fixture)
    : FailedDeliveryConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlDeliveryReportTests(PostgreSqlFixture fixture)
    : DeliveryReportConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlDeliveryBacklogTests(PostgreSqlFixture fixture)
    : DeliveryBacklogConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlDueStoreTests(PostgreSqlFixture fixture)
    : DueStoreConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlInvitationSetTests(PostgreSqlFixture fixture)
    : InvitationSetConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlPersonalDataTests(PostgreSqlFixture fixture)
    : PersonalDataConformanceTests(fixture), IClassFixture<PostgreSqlFixture>;
