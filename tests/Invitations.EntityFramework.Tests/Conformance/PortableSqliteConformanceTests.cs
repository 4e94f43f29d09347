using Invitations.EntityFramework.Tests.Fixtures;
using Invitations.Testing;

namespace Invitations.EntityFramework.Tests.Conformance;

public sealed class PortableSqliteInvitationStoreTests(PortableSqliteFixture fixture)
    : InvitationStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInvitationChangeTests(PortableSqliteFixture fixture)
    : InvitationChangeConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInvitationEndTests(PortableSqliteFixture fixture)
    : InvitationEndConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInvitationRoundTripTests(PortableSqliteFixture fixture)
    : InvitationRoundTripConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInvitationRaceTests(PortableSqliteFixture fixture)
    : InvitationRaceConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInvitationLinkStoreTests(PortableSqliteFixture fixture)
    : InvitationLinkStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteLinkUseTests(PortableSqliteFixture fixture)
    : LinkUseConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInvitationQueryTests(PortableSqliteFixture fixture)
    : InvitationQueryConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInvitationSearchTests(PortableSqliteFixture fixture)
    : InvitationSearchConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInvitationPagingTests(PortableSqliteFixture fixture)
    : InvitationPagingConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteDeliveryStoreTests(PortableSqliteFixture fixture)
    : DeliveryStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteDeliveryClaimTests(PortableSqliteFixture fixture)
    : DeliveryClaimConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteAuditStoreTests(PortableSqliteFixture fixture)
    : AuditStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteIdempotencyStoreTests(PortableSqliteFixture fixture)
    : IdempotencyStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteAttemptStoreTests(PortableSqliteFixture fixture)
    : AttemptStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteSeatStoreTests(PortableSqliteFixture fixture)
    : SeatStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteSeatRaceTests(PortableSqliteFixture fixture)
    : SeatRaceConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteQuotaStoreTests(PortableSqliteFixture fixture)
    : QuotaStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteQuotaRaceTests(PortableSqliteFixture fixture)
    : QuotaRaceConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteSuppressionStoreTests(PortableSqliteFixture fixture)
    : SuppressionStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInboxStoreTests(PortableSqliteFixture fixture)
    : InboxStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteBatchStoreTests(PortableSqliteFixture fixture)
    : BatchStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteBatchRowStoreTests(PortableSqliteFixture fixture)
    : BatchRowStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteBatchRaceTests(PortableSqliteFixture fixture)
    : BatchRaceConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteStoreTransactionTests(PortableSqliteFixture fixture)
    : StoreTransactionConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteNestedTransactionTests(PortableSqliteFixture fixture)
    : NestedTransactionConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteTransactionRaceTests(PortableSqliteFixture fixture)
    : TransactionRaceConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteDeliveryReceiptTests(PortableSqliteFixture fixture)
    : DeliveryReceiptConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteFailedDeliveryTests(PortableSqliteFixture fixture)
    : FailedDeliveryConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteDeliveryReportTests(PortableSqliteFixture fixture)
    : DeliveryReportConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteDeliveryBacklogTests(PortableSqliteFixture fixture)
    : DeliveryBacklogConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteDueStoreTests(PortableSqliteFixture fixture)
    : DueStoreConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqliteInvitationSetTests(PortableSqliteFixture fixture)
    : InvitationSetConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;

public sealed class PortableSqlitePersonalDataTests(PortableSqliteFixture fixture)
    : PersonalDataConformanceTests(fixture), IClassFixture<PortableSqliteFixture>;
