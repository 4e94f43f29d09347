namespace Invitations.Testing;

/// <summary>One row of every kind, and the ways by which a session may see them.</summary>
internal sealed class TransactionProbe
{
    private readonly Delivery _delivery;
    private readonly string _key = SampleInvitations.NewText("key");

    public TransactionProbe()
    {
        Invitation = SampleInvitations.Pending(SampleInvitations.NewTenant()) with { CodeLookup = SampleInvitations.NewText("code"), CodeLength = 13 };
        _delivery = SampleDeliveries.Waiting(Invitation, SampleInvitations.NewText("channel"));
    }

    /// <summary>Every way by which a row is found: what <see cref="SeenAsync"/> gives when all are written.</summary>
    public static IReadOnlyList<string> Everything { get; } = ["id", "token", "code", "tenant's code", "key", "list", "delivery", "audit", "idempotency"];

    public Invitation Invitation { get; }

    public string Channel => _delivery.Channel;

    public async Task WriteAsync(StoreSession session, CancellationToken cancellationToken)
    {
        Assert.Empty(await session.Invitations.AddAsync([Invitation], cancellationToken));
        await session.Deliveries.AddAsync([_delivery], cancellationToken);
        await session.Audit.AppendAsync([SampleRecords.Entry(Invitation)], cancellationToken);
        Assert.True(await session.Idempotency.TryAddAsync(SampleRecords.Record(Invitation.Tenant, _key), cancellationToken));
    }

    public async Task<IReadOnlyList<string>> SeenAsync(StoreSession session, CancellationToken cancellationToken)
    {
        var tenant = Invitation.Tenant;
        string[] code = [Invitation.CodeLookup!];
        var query = new Invitations.Stores.InvitationStoreQuery
        {
            Tenant = tenant,
            Filter = new(),
            Now = SampleInvitations.Now,
            Sort = InvitationSort.NewestFirst,
            Take = 10,
        };
        var seen = new List<string>();
        Note("id", (await session.Invitations.FindAsync(tenant, [Invitation.Id], cancellationToken)).Count > 0);
        Note("token", await session.Invitations.FindByTokenAsync(Invitation.Id, cancellationToken) is not null);
        Note("code", await session.Invitations.FindByCodeAsync(null, code, cancellationToken) is not null);
        Note("tenant's code", await session.Invitations.FindByCodeAsync(tenant, code, cancellationToken) is not null);
        Note("key", (await session.Invitations.FindOpenAsync(tenant, [.. UniqueKey.Of(Invitation)], cancellationToken)).Count > 0);
        Note("list", (await session.Queries.ListAsync(query, cancellationToken)).Count > 0);
        Note("delivery", (await session.Deliveries.ListAsync(tenant, Invitation.Id, cancellationToken)).Count > 0);
        Note("audit", (await session.Audit.ListAsync(tenant, Invitation.Id, cancellationToken)).Count > 0);
        Note("idempotency", await session.Idempotency.FindAsync(tenant, _key, 1, cancellationToken) is not null);
        return seen;

        void Note(string way, bool isSeen)
        {
            if (isSeen)
                seen.Add(way);
        }
    }
}
