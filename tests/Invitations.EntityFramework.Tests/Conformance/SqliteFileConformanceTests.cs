using Invitations.EntityFramework.Tests.Fixtures;
using Invitations.Testing;

namespace Invitations.EntityFramework.Tests.Conformance;

public sealed class SqliteFileInvitationStoreTests(SqliteFileFixture fixture)
    : InvitationStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInvitationChangeTests(SqliteFileFixture fixture)
    : InvitationChangeConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInvitationEndTests(SqliteFileFixture fixture)
    : InvitationEndConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInvitationRoundTripTests(SqliteFileFixture fixture)
    : InvitationRoundTripConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInvitationRaceTests(SqliteFileFixture fixture)
    : InvitationRaceConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInvitationLinkStoreTests(SqliteFileFixture fixture)
    : InvitationLinkStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileLinkUseTests(SqliteFileFixture fixture)
    : LinkUseConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInvitationQueryTests(SqliteFileFixture fixture)
    : InvitationQueryConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInvitationSearchTests(SqliteFileFixture fixture)
    : InvitationSearchConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInvitationPagingTests(SqliteFileFixture fixture)
    : InvitationPagingConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileDeliveryStoreTests(SqliteFileFixture fixture)
    : DeliveryStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileDeliveryClaimTests(SqliteFileFixture fixture)
    : DeliveryClaimConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileAuditStoreTests(SqliteFileFixture fixture)
    : AuditStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileIdempotencyStoreTests(SqliteFileFixture fixture)
    : IdempotencyStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileAttemptStoreTests(SqliteFileFixture fixture)
    : AttemptStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileSeatStoreTests(SqliteFileFixture fixture)
    : SeatStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileSeatRaceTests(SqliteFileFixture fixture)
    : SeatRaceConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileQuotaStoreTests(SqliteFileFixture fixture)
    : QuotaStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileQuotaRaceTests(SqliteFileFixture fixture)
    : QuotaRaceConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileSuppressionStoreTests(SqliteFileFixture fixture)
    : SuppressionStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInboxStoreTests(SqliteFileFixture fixture)
    : InboxStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileBatchStoreTests(SqliteFileFixture fixture)
    : BatchStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileBatchRowStoreTests(SqliteFileFixture fixture)
    : BatchRowStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileBatchRaceTests(SqliteFileFixture fixture)
    : BatchRaceConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileStoreTransactionTests(SqliteFileFixture fixture)
    : StoreTransactionConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileNestedTransactionTests(SqliteFileFixture fixture)
    : NestedTransactionConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileTransactionRaceTests(SqliteFileFixture fixture)
    : TransactionRaceConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileDeliveryReceiptTests(SqliteFileFixture fixture)
    : DeliveryReceiptConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileFailedDeliveryTests(SqliteFileFixture fixture)
    : FailedDeliveryConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileDeliveryReportTests(SqliteFileFixture fixture)
    : DeliveryReportConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileDeliveryBacklogTests(SqliteFileFixture fixture)
    : DeliveryBacklogConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileDueStoreTests(SqliteFileFixture fixture)
    : DueStoreConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileInvitationSetTests(SqliteFileFixture fixture)
    : InvitationSetConformanceTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFilePersonalDataTests(SqliteFileFixture fixture)
    : PersonalDataConformanceTests(fixture), IClassFixture<SqliteFileFixture>;
