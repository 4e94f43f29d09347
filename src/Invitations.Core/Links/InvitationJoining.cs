using Invitations.Stores;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Invitations;

internal sealed class InvitationJoining(
    TokenCodec tokens,
    IInvitationLinkStore links,
    IInvitationStore invitations,
    TenantSettingsReader tenants,
    AcceptanceReview review,
    JoinWriter writer,
    MembershipMaker memberships,
    EventPublisher events,
    InvitationClock clock,
    Instrumentation instrumentation,
    ILogger<InvitationJoining>? logger = null) : IInvitationJoining
{
    /// <summary>A change of the link between looking and joining sends the person back to look again; that often.</summary>
    private const int Tries = 3;

    private readonly ILogger _logger = logger ?? NullLogger<InvitationJoining>.Instance;

    public async Task<LinkPreviewResult> PreviewAsync(string? token, TenantId? tenant = null, CancellationToken cancellationToken = default)
    {
        using var activity = instrumentation.Start("invitations.preview_link");
        var (link, error) = await ReadAsync(token, tenant, cancellationToken).ConfigureAwait(false);
        error ??= LinkAccess.Refusal(link!, clock.Now);
        if (error is null)
        {
            var settings = await tenants.ReadAsync(link!.Tenant, cancellationToken).ConfigureAwait(false);
            error = settings.Links.Allowed ? null : new(InvitationErrorCodes.LinkNotAllowed);
        }

        Report("preview_link", error);
        return error is null ? new(PreviewOf(link!)) : new(error);
    }

    public async Task<AcceptResult> JoinAsync(
        string? token, Acceptor acceptor, Profile? profile = null, TenantId? tenant = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(acceptor);
        using var activity = instrumentation.Start("invitations.join");
        memberships.EnsureCanMake(acceptor);
        var result = await TryJoinAsync(token, tenant, acceptor, profile, cancellationToken).ConfigureAwait(false);
        Report("join", result.Errors.Count == 0 ? null : result.Errors[0]);
        return result;
    }

    private async Task<AcceptResult> TryJoinAsync(
        string? token, TenantId? tenant, Acceptor acceptor, Profile? profile, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= Tries; attempt++)
        {
            var (link, error) = await ReadAsync(token, tenant, cancellationToken).ConfigureAwait(false);
            if (error is not null)
                return new([error]);
            var settings = await tenants.ReadAsync(link!.Tenant, cancellationToken).ConfigureAwait(false);
            if (await FindRepeatAsync(link, acceptor, settings, cancellationToken).ConfigureAwait(false) is { } repeat)
                return new(repeat);
            if (LinkAccess.Refusal(link, clock.Now) is { } refusal)
                return new([refusal]);

            var (email, wrongDomain) = LinkDomains.AddressOf(link, acceptor, settings);
            if (wrongDomain is not null)
                return new([wrongDomain]);
            var invitation = LinkRows.InvitationOf(link, new() { Email = email }, clock.Now);
            var merged = AcceptedProfile.Merge(invitation, profile, settings, out var errors);
            if (errors.Count == 0)
                errors = await review.CheckAsync(invitation with { Profile = merged }, acceptor, settings, link, cancellationToken).ConfigureAwait(false);
            if (errors.Count > 0)
                return new(errors);

            var (completed, grant) = await review.CompleteAsync(invitation, merged, settings, cancellationToken).ConfigureAwait(false);
            invitation = invitation with { Profile = completed, Grant = grant };
            var (joined, refusals) = await writer.JoinAsync(link, invitation, acceptor, cancellationToken).ConfigureAwait(false);
            if (joined is not null)
                return await DoneAsync(link, joined, settings, cancellationToken).ConfigureAwait(false);
            if (refusals.Count > 0)
            {
                // The last seat may have gone to the same person, who has clicked twice.
                return await FindRepeatAsync(link, acceptor, settings, cancellationToken).ConfigureAwait(false) is { } late ? new(late) : new(refusals);
            }

            Log.JoinConflict(_logger, link.Id);
        }

        return new([new InvitationError(InvitationErrorCodes.LinkChanged)]);
    }

    /// <summary>A forged token is refused by arithmetic, before any look-up.</summary>
    private async Task<(InvitationLink? Link, InvitationError? Error)> ReadAsync(string? text, TenantId? tenant, CancellationToken cancellationToken)
    {
        // A tenant that was never set is a mistake of the host, not an unknown tenant.
        _ = tenant?.Value;
        if (!tokens.TryRead(text, TokenKind.Link, out var token))
            return (null, new(InvitationErrorCodes.TokenInvalid));
        var link = await links.FindByTokenAsync(token.Id, cancellationToken).ConfigureAwait(false);
        if (link is null || (tenant is not null && link.Tenant != tenant) || token.SecretVersion > link.SecretVersion)
            return (null, new(InvitationErrorCodes.TokenInvalid));
        return token.SecretVersion < link.SecretVersion ? (null, new(InvitationErrorCodes.TokenSuperseded)) : (link, null);
    }

    private async Task<Acceptance?> FindRepeatAsync(
        InvitationLink link, Acceptor acceptor, TenantSettings settings, CancellationToken cancellationToken)
    {
        if ((acceptor.UserId ?? acceptor.Attempt) is not { } id)
            return null;
        var use = await links.FindUseAsync(link.Tenant, link.Id, new(id, acceptor.IsSigningUp), cancellationToken).ConfigureAwait(false);
        if (use is not { UserId: { } userId })
            return null;
        var found = await invitations.FindAsync(link.Tenant, [use.InvitationId], cancellationToken).ConfigureAwait(false);
        var joined = found.Count > 0 ? found[0] : LinkRows.InvitationOf(link, new(), use.UsedAt) with { Id = use.InvitationId };
        return Acceptance.Of(joined, settings, userId, isRepeat: true);
    }

    private async Task<AcceptResult> DoneAsync(InvitationLink link, Invitation joined, TenantSettings settings, CancellationToken cancellationToken)
    {
        Log.Joined(_logger, link.Id, joined.Id);
        await events.PublishAsync([new(InvitationEventKind.Accepted, joined, joined.EndedAt!.Value)], cancellationToken).ConfigureAwait(false);
        return new(Acceptance.Of(joined, settings, joined.AcceptedBy!, isRepeat: false));
    }

    private static LinkPreview PreviewOf(InvitationLink link) => new()
    {
        Tenant = link.Tenant,
        Language = link.Language,
        PersonalMessage = link.PersonalMessage,
        Grant = link.Grant,
        Domains = link.Domains,
        ExpiresAt = link.ExpiresAt,
    };

    private void Report(string action, InvitationError? error)
    {
        instrumentation.Redeemed(action, error is null ? "done" : RedemptionOutcome.Of(error));
        if (error is not null)
            Log.RedemptionRefused(_logger, "link", error.Code);
    }
}
