using Invitations.EntityFramework.Tests.Fixtures;
using Invitations.Testing;

namespace Invitations.EntityFramework.Tests.Conformance;

public sealed class SqliteMemoryInvitationStoreTests(SqliteMemoryFixture fixture)
    : InvitationStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInvitationChangeTests(SqliteMemoryFixture fixture)
    : InvitationChangeConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInvitationEndTests(SqliteMemoryFixture fixture)
    : InvitationEndConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInvitationRoundTripTests(SqliteMemoryFixture fixture)
    : InvitationRoundTripConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInvitationRaceTests(SqliteMemoryFixture fixture)
    : InvitationRaceConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInvitationLinkStoreTests(SqliteMemoryFixture fixture)
    : InvitationLinkStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryLinkUseTests(SqliteMemoryFixture fixture)
    : LinkUseConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInvitationQueryTests(SqliteMemoryFixture fixture)
    : InvitationQueryConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInvitationSearchTests(SqliteMemoryFixture fixture)
    : InvitationSearchConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInvitationPagingTests(SqliteMemoryFixture fixture)
    : InvitationPagingConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryDeliveryStoreTests(SqliteMemoryFixture fixture)
    : DeliveryStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryDeliveryClaimTests(SqliteMemoryFixture fixture)
    : DeliveryClaimConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryAuditStoreTests(SqliteMemoryFixture fixture)
    : AuditStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryIdempotencyStoreTests(SqliteMemoryFixture fixture)
    : IdempotencyStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryAttemptStoreTests(SqliteMemoryFixture fixture)
    : AttemptStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemorySeatStoreTests(SqliteMemoryFixture fixture)
    : SeatStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemorySeatRaceTests(SqliteMemoryFixture fixture)
    : SeatRaceConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryQuotaStoreTests(SqliteMemoryFixture fixture)
    : QuotaStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryQuotaRaceTests(SqliteMemoryFixture fixture)
    : QuotaRaceConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemorySuppressionStoreTests(SqliteMemoryFixture fixture)
    : SuppressionStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInboxStoreTests(SqliteMemoryFixture fixture)
    : InboxStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryBatchStoreTests(SqliteMemoryFixture fixture)
    : BatchStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryBatchRowStoreTests(SqliteMemoryFixture fixture)
    : BatchRowStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryBatchRaceTests(SqliteMemoryFixture fixture)
    : BatchRaceConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryStoreTransactionTests(SqliteMemoryFixture fixture)
    : StoreTransactionConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryNestedTransactionTests(SqliteMemoryFixture fixture)
    : NestedTransactionConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryTransactionRaceTests(SqliteMemoryFixture fixture)
    : TransactionRaceConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryDeliveryReceiptTests(SqliteMemoryFixture fixture)
    : DeliveryReceiptConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryFailedDeliveryTests(SqliteMemoryFixture fixture)
    : FailedDeliveryConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryDeliveryReportTests(SqliteMemoryFixture fixture)
    : DeliveryReportConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryDeliveryBacklogTests(SqliteMemoryFixture fixture)
    : DeliveryBacklogConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryDueStoreTests(SqliteMemoryFixture fixture)
    : DueStoreConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryInvitationSetTests(SqliteMemoryFixture fixture)
    : InvitationSetConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;

public sealed class SqliteMemoryPersonalDataTests(SqliteMemoryFixture fixture)
    : PersonalDataConformanceTests(fixture), IClassFixture<SqliteMemoryFixture>;
