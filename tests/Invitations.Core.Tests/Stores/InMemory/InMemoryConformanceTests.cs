using Invitations.Testing;

namespace Invitations.Tests.Stores.InMemory;

#region store-suites
public sealed class InMemoryInvitationStoreTests(InMemoryFixture fixture)
    : InvitationStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInvitationChangeTests(InMemoryFixture fixture)
    : InvitationChangeConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInvitationEndTests(InMemoryFixture fixture)
    : InvitationEndConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInvitationRoundTripTests(InMemoryFixture fixture)
    : InvitationRoundTripConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInvitationRaceTests(InMemoryFixture fixture)
    : InvitationRaceConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInvitationQueryTests(InMemoryFixture fixture)
    : InvitationQueryConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInvitationSearchTests(InMemoryFixture fixture)
    : InvitationSearchConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInvitationPagingTests(InMemoryFixture fixture)
    : InvitationPagingConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryDeliveryStoreTests(InMemoryFixture fixture)
    : DeliveryStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryDeliveryClaimTests(InMemoryFixture fixture)
    : DeliveryClaimConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryDeliveryReceiptTests(InMemoryFixture fixture)
    : DeliveryReceiptConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryFailedDeliveryTests(InMemoryFixture fixture)
    : FailedDeliveryConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryDeliveryReportTests(InMemoryFixture fixture)
    : DeliveryReportConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryDeliveryBacklogTests(InMemoryFixture fixture)
    : DeliveryBacklogConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryDueStoreTests(InMemoryFixture fixture)
    : DueStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInvitationSetTests(InMemoryFixture fixture)
    : InvitationSetConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryPersonalDataTests(InMemoryFixture fixture)
    : PersonalDataConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryAuditStoreTests(InMemoryFixture fixture)
    : AuditStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryIdempotencyStoreTests(InMemoryFixture fixture)
    : IdempotencyStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryAttemptStoreTests(InMemoryFixture fixture)
    : AttemptStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemorySeatStoreTests(InMemoryFixture fixture)
    : SeatStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemorySeatRaceTests(InMemoryFixture fixture)
    : SeatRaceConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInvitationLinkStoreTests(InMemoryFixture fixture)
    : InvitationLinkStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryLinkUseTests(InMemoryFixture fixture)
    : LinkUseConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemorySuppressionStoreTests(InMemoryFixture fixture)
    : SuppressionStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryInboxStoreTests(InMemoryFixture fixture)
    : InboxStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryBatchStoreTests(InMemoryFixture fixture)
    : BatchStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryBatchRowStoreTests(InMemoryFixture fixture)
    : BatchRowStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryBatchRaceTests(InMemoryFixture fixture)
    : BatchRaceConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryQuotaStoreTests(InMemoryFixture fixture)
    : QuotaStoreConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryQuotaRaceTests(InMemoryFixture fixture)
    : QuotaRaceConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryStoreTransactionTests(InMemoryFixture fixture)
    : StoreTransactionConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryNestedTransactionTests(InMemoryFixture fixture)
    : NestedTransactionConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryTransactionRaceTests(InMemoryFixture fixture)
    : TransactionRaceConformanceTests(fixture), IClassFixture<InMemoryFixture>;

public sealed class InMemoryCoverageTests : ConformanceCoverageTests;
#endregion
