namespace Invitations.Stores.EntityFramework;

/// <summary>All tables. A new one is a line here, and so in every host's next migration.</summary>
internal static class InvitationTables
{
    public static InvitationTable Invitations { get; } = new();

    public static BatchTable Batches { get; } = new();

    public static BatchRowTable BatchRows { get; } = new();

    public static LinkTable Links { get; } = new();

    public static LinkUseTable LinkUses { get; } = new();

    public static DeliveryTable Deliveries { get; } = new();

    public static AuditTable Audit { get; } = new();

    public static IdempotencyTable Idempotency { get; } = new();

    public static AttemptTable Attempts { get; } = new();

    public static SeatTable Seats { get; } = new();

    public static QuotaTable Quotas { get; } = new();

    public static SuppressionTable Suppressions { get; } = new();

    public static IReadOnlyList<Table> All { get; } =
    [
        Invitations,
        Batches,
        BatchRows,
        Links,
        LinkUses,
        Deliveries,
        Audit,
        Idempotency,
        Attempts,
        Seats,
        Quotas,
        Suppressions,
    ];
}
