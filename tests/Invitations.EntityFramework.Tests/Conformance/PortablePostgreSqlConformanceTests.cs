using Invitations.EntityFramework.Tests.Fixtures;
using Invitations.Testing;

namespace Invitations.EntityFramework.Tests.Conformance;

public sealed class PortablePostgreSqlInvitationStoreTests(PortablePostgreSqlFixture fixture)
    : InvitationStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInvitationChangeTests(PortablePostgreSqlFixture fixture)
    : InvitationChangeConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInvitationEndTests(PortablePostgreSqlFixture fixture)
    : InvitationEndConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInvitationRoundTripTests(PortablePostgreSqlFixture fixture)
    : InvitationRoundTripConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInvitationRaceTests(PortablePostgreSqlFixture fixture)
    : InvitationRaceConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInvitationLinkStoreTests(PortablePostgreSqlFixture fixture)
    : InvitationLinkStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlLinkUseTests(PortablePostgreSqlFixture fixture)
    : LinkUseConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInvitationQueryTests(PortablePostgreSqlFixture fixture)
    : InvitationQueryConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInvitationSearchTests(PortablePostgreSqlFixture fixture)
    : InvitationSearchConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInvitationPagingTests(PortablePostgreSqlFixture fixture)
    : InvitationPagingConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlDeliveryStoreTests(PortablePostgreSqlFixture fixture)
    : DeliveryStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlDeliveryClaimTests(PortablePostgreSqlFixture fixture)
    : DeliveryClaimConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlAuditStoreTests(PortablePostgreSqlFixture fixture)
    : AuditStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlIdempotencyStoreTests(PortablePostgreSqlFixture fixture)
    : IdempotencyStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlAttemptStoreTests(PortablePostgreSqlFixture fixture)
    : AttemptStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlSeatStoreTests(PortablePostgreSqlFixture fixture)
    : SeatStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlSeatRaceTests(PortablePostgreSqlFixture fixture)
    : SeatRaceConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlQuotaStoreTests(PortablePostgreSqlFixture fixture)
    : QuotaStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlQuotaRaceTests(PortablePostgreSqlFixture fixture)
    : QuotaRaceConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlSuppressionStoreTests(PortablePostgreSqlFixture fixture)
    : SuppressionStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInboxStoreTests(PortablePostgreSqlFixture fixture)
    : InboxStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlBatchStoreTests(PortablePostgreSqlFixture fixture)
    : BatchStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlBatchRowStoreTests(PortablePostgreSqlFixture fixture)
    : BatchRowStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlBatchRaceTests(PortablePostgreSqlFixture fixture)
    : BatchRaceConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlStoreTransactionTests(PortablePostgreSqlFixture fixture)
    : StoreTransactionConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlNestedTransactionTests(PortablePostgreSqlFixture fixture)
    : NestedTransactionConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlTransactionRaceTests(PortablePostgreSqlFixture fixture)
    : TransactionRaceConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlDeliveryReceiptTests(PortablePostgreSqlFixture fixture)
    : DeliveryReceiptConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlFailedDeliveryTests(PortablePostgreSqlFixture fixture)
    : FailedDeliveryConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlDeliveryReportTests(PortablePostgreSqlFixture fixture)
    : DeliveryReportConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlDeliveryBacklogTests(PortablePostgreSqlFixture fixture)
    : DeliveryBacklogConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlDueStoreTests(PortablePostgreSqlFixture fixture)
    : DueStoreConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlInvitationSetTests(PortablePostgreSqlFixture fixture)
    : InvitationSetConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlPersonalDataTests(PortablePostgreSqlFixture fixture)
    : PersonalDataConformanceTests(fixture), IClassFixture<PortablePostgreSqlFixture>;
