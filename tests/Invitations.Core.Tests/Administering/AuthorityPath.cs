using Invitations.Tests.Accepting.Fixture;
using Invitations.Tests.Approving;
using Invitations.Tests.Bulk;
using Invitations.Tests.Codes;
using Invitations.Tests.Links;

namespace Invitations.Tests.Administering;

/// <summary>One way in which something is granted, kept alive or taken away.</summary>
/// <param name="Methods">The public methods that it goes through.</param>
/// <param name="GoAsync">Goes it, and tells what was refused.</param>
/// <param name="Least">The least level that may go it at all.</param>
/// <param name="HasAuthorities">Whether the host looks authority up.</param>
/// <param name="HasAccounts">Whether the host knows accounts.</param>
internal sealed record AuthorityPath(
    string[] Methods,
    Func<AuthorityCase, Task<IReadOnlyList<InvitationError>>> GoAsync,
    InviterLevel Least = InviterLevel.Member,
    bool HasAuthorities = false,
    bool HasAccounts = false)
{
    private const string Service = nameof(IInvitationService) + ".";
    private const string Administration = nameof(IInvitationAdministration) + ".";
    private const string Approvals = nameof(IInvitationApprovals) + ".";
    private const string Links = nameof(IInvitationLinks) + ".";
    private const string Bulk = nameof(IBulkAdministration) + ".";
    private const string Mine = nameof(IMyInvitations) + ".";
    private const string Codes = nameof(IInvitationCodes) + ".";
    private const string Batches = nameof(IInvitationBatches) + ".";
    private const string Departures = nameof(IInviterDepartures) + "." + nameof(IInviterDepartures.SettleAsync);

    public static readonly IReadOnlyDictionary<string, AuthorityPath> All = new Dictionary<string, AuthorityPath>(StringComparer.Ordinal)
    {
        ["create"] = new([Service + nameof(IInvitationService.InviteAsync)], async c => (await c.Site.TryInviteAsync(c.Grant, c.Who)).Errors),
        ["list"] = new([Service + nameof(IInvitationService.InviteManyAsync)], async c => (await ListAsync(c)).Rows[0].Errors),
        ["stream"] = new([Service + nameof(IInvitationService.InviteStreamAsync)], async c => (await StreamAsync(c)).Errors),
        ["direct grant"] = new(
            [Service + nameof(IInvitationService.InviteAsync)],
            async c => (await c.Site.TryInviteAsync(c.Grant, c.Who, new() { WhenAccountExists = WhenAccountExists.GrantDirectly })).Errors,
            HasAccounts: true),
        ["reinvite in a list"] = new([Service + nameof(IInvitationService.InviteManyAsync)], async c =>
        {
            await c.MadeAsync(c.Grant);
            return (await c.Site.TryInviteAsync(AuthorityCase.Least, c.Who, new() { WhenAlreadyInvited = WhenAlreadyInvited.Reinvite })).Errors;
        }),
        ["merge"] = new([Service + nameof(IInvitationService.InviteManyAsync)], async c =>
        {
            await c.MadeAsync(AuthorityCase.Least);
            return (await c.Site.TryInviteAsync(c.Grant, c.Who, new() { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant })).Errors;
        }),
        ["merge into"] = new([Service + nameof(IInvitationService.InviteManyAsync)], async c =>
        {
            await c.MadeAsync(c.Grant);
            return (await c.Site.TryInviteAsync(AuthorityCase.Least, c.Who, new() { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant })).Errors;
        }),
        ["reinvite"] = new([Administration + nameof(IInvitationAdministration.ReinviteAsync)], async c =>
            (await c.Site.ReinviteAsync(await c.MadeAsync(c.Grant), c.Who)).Errors),
        ["edit"] = new([Administration + nameof(IInvitationAdministration.EditAsync)], async c =>
            (await c.Site.EditAsync(await c.MadeAsync(c.Grant), new() { PersonalMessage = "Hello" }, c.Who)).Errors),
        ["edit into"] = new([Administration + nameof(IInvitationAdministration.EditAsync)], async c =>
            (await c.Site.EditAsync(await c.MadeAsync(AuthorityCase.Least), new() { Groups = c.Grant.Groups, Roles = c.Grant.Roles }, c.Who)).Errors),
        ["edit out of"] = new([Administration + nameof(IInvitationAdministration.EditAsync)], async c =>
            (await c.Site.EditAsync(await c.MadeAsync(c.Grant), new() { Groups = ["design"], Roles = ["viewer"] }, c.Who)).Errors),
        ["revoke"] = new([Administration + nameof(IInvitationAdministration.RevokeAsync)], async c =>
            (await c.Site.RevokeAsync(await c.MadeAsync(c.Grant), c.Who)).Errors),
        ["reinvite by filter"] = new([Bulk + nameof(IBulkAdministration.ReinviteAsync)], async c =>
        {
            await c.MadeAsync(c.Grant);
            return await BulkAsync(c, (service, token) => service.ReinviteAsync(Site.Acme, new(), c.Who, null, token));
        }),
        ["extend by filter"] = new([Bulk + nameof(IBulkAdministration.ExtendAsync)], async c =>
        {
            await c.MadeAsync(c.Grant);
            return await BulkAsync(c, (service, token) => service.ExtendAsync(Site.Acme, new(), TimeSpan.FromDays(7), c.Who, null, token));
        }),
        ["revoke by filter"] = new([Bulk + nameof(IBulkAdministration.RevokeAsync)], async c =>
        {
            await c.MadeAsync(c.Grant);
            return await BulkAsync(c, (service, token) => service.RevokeAsync(Site.Acme, new(), c.Who, null, token));
        }),
        ["show"] = new([Administration + nameof(IInvitationAdministration.ShowSecretAsync)], async c =>
            (await c.Site.ShowAsync(await c.MadeAsync(c.Grant), c.Who)).Errors),
        ["approve"] = new(
            [Approvals + nameof(IInvitationApprovals.ApproveAsync), Approvals + nameof(IInvitationApprovals.ApproveManyAsync)],
            async c => (await c.Site.ApproveAsync(await c.RequestedAsync(), c.Who)).Errors,
            InviterLevel.GroupAdmin),
        ["refuse"] = new(
            [Approvals + nameof(IInvitationApprovals.RefuseAsync), Approvals + nameof(IInvitationApprovals.RefuseManyAsync)],
            async c => (await c.Site.RefuseAsync(await c.RequestedAsync(), c.Who)).Errors,
            InviterLevel.GroupAdmin),
        ["revoke what somebody left"] = new([Departures], c => SettleAsync(c, c.Who, new("u-gone") { Action = InviterDepartureAction.Revoke }), InviterLevel.OrganizationAdmin),
        ["hand over to another"] = new(
            [Departures],
            c => SettleAsync(c, c.Who, new("u-gone") { Action = InviterDepartureAction.HandOver, Successor = Inviter.OrganizationAdmin("u-heir") }),
            InviterLevel.OrganizationAdmin),
        ["take over"] = new([Departures], c => SettleAsync(c, Site.Admin, new("u-gone") { Action = InviterDepartureAction.HandOver, Successor = c.Who })),
        ["stage"] = new([Batches + nameof(IInvitationBatches.StageAsync)], async c =>
        {
            var staged = await StageAsync(c, c.Who);
            return staged.Refused.Count > 0 ? staged.Refused[0].Errors : staged.Errors;
        }),
        ["send what was staged"] = new([Batches + nameof(IInvitationBatches.SendAsync)], async c =>
        {
            // Staged by somebody who may do anything, under the name of the one who sends: what counts is who they are when they send.
            var staged = await StageAsync(c, Inviter.OrganizationAdmin(c.Who.UserId));
            var sent = await c.Site.AskAsync<IInvitationBatches, BatchSendResult>((service, token) => service.SendAsync(Site.Acme, staged.Batch!.Id, c.Who, null, null, token));
            return sent.Errors.Count > 0 ? sent.Errors : [.. sent.Refused.Keys.Select(code => new InvitationError(code))];
        }),
        ["withdraw what was sent"] = new([Batches + nameof(IInvitationBatches.WithdrawAsync)], async c =>
        {
            var admin = Inviter.OrganizationAdmin(c.Who.UserId);
            var staged = await StageAsync(c, admin);
            await c.Site.AskAsync<IInvitationBatches, BatchSendResult>((service, token) => service.SendAsync(Site.Acme, staged.Batch!.Id, admin, null, null, token));
            var result = await c.Site.AskAsync<IInvitationBatches, BatchWithdrawalResult>((service, token) => service.WithdrawAsync(Site.Acme, staged.Batch!.Id, c.Who, null, token));
            return result.Errors.Count > 0 ? result.Errors : [.. result.Skipped.Keys.Select(code => new InvitationError(code))];
        }),
        ["accept"] = new(
            [nameof(IInvitationAcceptance) + "." + nameof(IInvitationAcceptance.AcceptAsync)],
            async c => (await c.Site.AcceptAsync(await c.Site.TokenAsync(await c.MadeBeforeAsync()), Acceptor.User("u-ana", ["ana@example.com"]))).Errors,
            HasAuthorities: true),
        ["accept one's own"] = new(
            [Mine + nameof(IMyInvitations.AcceptAsync)],
            async c =>
            {
                var id = await c.MadeBeforeAsync();
                var ana = Acceptor.User("u-ana", ["ana@example.com"]);
                var results = await c.Site.AskAsync<IMyInvitations, IReadOnlyList<MyAcceptResult>>((service, token) =>
                    service.AcceptAsync(ana, [new(Site.Acme, id)], null, token));
                return results[0].Result.Errors;
            },
            HasAuthorities: true),
        ["join by a link"] = new(
            [nameof(IInvitationJoining) + "." + nameof(IInvitationJoining.JoinAsync)],
            async c => (await c.Site.JoinAsync(await c.LinkMadeBeforeAsync(), Acceptor.User("u-ana"))).Errors,
            HasAuthorities: true),
    };

    /// <summary>Methods whose own matrix is elsewhere, because what they are about is no invitation.</summary>
    public static readonly IReadOnlyDictionary<string, Type> Elsewhere = new Dictionary<string, Type>(StringComparer.Ordinal)
    {
        [Links + nameof(IInvitationLinks.CreateAsync)] = typeof(LinkAuthorityTests),
        [Links + nameof(IInvitationLinks.EditAsync)] = typeof(LinkAuthorityTests),
        [Links + nameof(IInvitationLinks.ActivateAsync)] = typeof(LinkAuthorityTests),
        [Links + nameof(IInvitationLinks.DeactivateAsync)] = typeof(LinkAuthorityTests),
        [Links + nameof(IInvitationLinks.ShowAsync)] = typeof(LinkAuthorityTests),
        [Codes + nameof(IInvitationCodes.IssueAsync)] = typeof(RegistrationCodeTests),
        [Codes + nameof(IInvitationCodes.ShowAsync)] = typeof(CodeListTests),
        [Bulk + nameof(IBulkAdministration.DeleteAsync)] = typeof(BulkDeletionTests),
    };

    /// <summary>Public methods of services that give nobody anything, and why.</summary>
    public static readonly IReadOnlyDictionary<string, string> GrantNothing = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [$"{nameof(IInvitationQueries)}.{nameof(IInvitationQueries.FindAsync)}"] = "reads",
        [$"{nameof(IInvitationQueries)}.{nameof(IInvitationQueries.ListAsync)}"] = "reads",
        [$"{nameof(IInvitationQueries)}.{nameof(IInvitationQueries.GetHistoryAsync)}"] = "reads",
        [$"{nameof(IInvitationApprovals)}.{nameof(IInvitationApprovals.ListAsync)}"] = "reads",
        [Links + nameof(IInvitationLinks.FindAsync)] = "reads",
        [Links + nameof(IInvitationLinks.ListAsync)] = "reads",
        [Links + nameof(IInvitationLinks.GetHistoryAsync)] = "reads",
        [$"{nameof(IInvitationJoining)}.{nameof(IInvitationJoining.PreviewAsync)}"] = "reads",
        [$"{nameof(IInvitationAcceptance)}.{nameof(IInvitationAcceptance.PreviewAsync)}"] = "reads",
        [$"{nameof(IInvitationAcceptance)}.{nameof(IInvitationAcceptance.DeclineAsync)}"] = "the invited person ends the own invitation",
        [$"{nameof(IJoinRequests)}.{nameof(IJoinRequests.RequestAsync)}"] = "awaits an approval",
        [$"{nameof(IDeliveryDispatcher)}.{nameof(IDeliveryDispatcher.RunOnceAsync)}"] = "sends what was granted",
        [$"{nameof(IDeliveryDispatcher)}.get_{nameof(IDeliveryDispatcher.Channels)}"] = "reads",
        [$"{nameof(IDeliveryDispatcher)}.{nameof(IDeliveryDispatcher.BeginAsync)}"] = "sends what was granted",
        [$"{nameof(IDeliveryBacklog)}.{nameof(IDeliveryBacklog.ReadAsync)}"] = "reads",
        [$"{nameof(ISeatLedger)}.{nameof(ISeatLedger.GetUsageAsync)}"] = "reads",
        [$"{nameof(ISeatLedger)}.{nameof(ISeatLedger.SetUsedAsync)}"] = "counts what the host has granted",
        [$"{nameof(ISeatLedger)}.{nameof(ISeatLedger.TakeAsync)}"] = "counts what the host has granted",
        [$"{nameof(ISeatLedger)}.{nameof(ISeatLedger.ReleaseAsync)}"] = "counts what the host has granted",
        [$"{nameof(IFailedDeliveries)}.{nameof(IFailedDeliveries.ListAsync)}"] = "reads",
        [$"{nameof(IFailedDeliveries)}.{nameof(IFailedDeliveries.RequeueAsync)}"] = "sends what was granted",
        [$"{nameof(IProviderReports)}.{nameof(IProviderReports.ReportAsync)}"] = "notes what became of a message",
        [$"{nameof(IUnsubscriptions)}.{nameof(IUnsubscriptions.UnsubscribeAsync)}"] = "the invited person asks for silence",
        [$"{nameof(IInvitationMaintenance)}.{nameof(IInvitationMaintenance.ExpireAsync)}"] = "ends what the clock has ended",
        [$"{nameof(IInvitationMaintenance)}.{nameof(IInvitationMaintenance.PurgeAsync)}"] = "forgets",
        [$"{nameof(IInvitationMaintenance)}.{nameof(IInvitationMaintenance.RemindAsync)}"] = "sends what was granted",
        [$"{nameof(IInvitationMaintenance)}.{nameof(IInvitationMaintenance.SendDueBatchesAsync)}"] = "sends as SendAsync does, for whoever ordered it",
        [$"{nameof(IInvitationMaintenance)}.{nameof(IInvitationMaintenance.RunOnceAsync)}"] = "does the four",
        [Batches + nameof(IInvitationBatches.CancelAsync)] = "takes an order back",
        [Batches + nameof(IInvitationBatches.DeleteAsync)] = "deletes what nobody was sent",
        [Batches + nameof(IInvitationBatches.RenameAsync)] = "renames",
        [Batches + nameof(IInvitationBatches.FindAsync)] = "reads",
        [Batches + nameof(IInvitationBatches.ListAsync)] = "reads",
        [Batches + nameof(IInvitationBatches.ListRowsAsync)] = "reads",
        [Mine + nameof(IMyInvitations.DeclineAsync)] = "the invited person ends the own invitation",
        [Mine + nameof(IMyInvitations.ListAsync)] = "reads",
        [$"{nameof(INewLinkRequests)}.{nameof(INewLinkRequests.AskAsync)}"] = "asks the inviter",
        [$"{nameof(IPersonalData)}.{nameof(IPersonalData.EraseAsync)}"] = "the trusted host ends and forgets",
        [$"{nameof(IPersonalData)}.{nameof(IPersonalData.ExportAsync)}"] = "the trusted host reads",
        [$"{nameof(IPersonalData)}.{nameof(IPersonalData.PurgeTenantAsync)}"] = "the trusted host forgets",
        [$"{nameof(IRegistrations)}.{nameof(IRegistrations.DecideAsync)}"] = "reads",
        [$"{nameof(IRegistrations)}.{nameof(IRegistrations.RegisterAsync)}"] = "gives what the settings of the tenant say, and nobody asks for more",
        [$"{nameof(IRetention)}.{nameof(IRetention.RunAsync)}"] = "forgets",
        [$"{nameof(IRetention)}.{nameof(IRetention.RunOnceAsync)}"] = "forgets",
        [$"{nameof(IRevocations)}.{nameof(IRevocations.RevokeByInviterAsync)}"] = "the trusted host ends",
        [$"{nameof(IRevocations)}.{nameof(IRevocations.RevokeForGroupAsync)}"] = "the trusted host ends",
        [$"{nameof(IRevocations)}.{nameof(IRevocations.RevokeForRecipientAsync)}"] = "the trusted host ends",
        [$"{nameof(IRevocations)}.{nameof(IRevocations.RevokeForTenantAsync)}"] = "the trusted host ends",
        [$"{nameof(ISuppressionList)}.{nameof(ISuppressionList.AddAsync)}"] = "takes away",
        [$"{nameof(ISuppressionList)}.{nameof(ISuppressionList.FindAsync)}"] = "reads",
        [$"{nameof(ISuppressionList)}.{nameof(ISuppressionList.ListAsync)}"] = "reads",
        [$"{nameof(ISuppressionList)}.{nameof(ISuppressionList.RemoveAsync)}"] = "lets be invited again, and invites nobody",
    };

    /// <summary>What was refused; where nothing was found, what the actor would be told of one invitation.</summary>
    private static async Task<IReadOnlyList<InvitationError>> BulkAsync(
        AuthorityCase c, Func<IBulkAdministration, CancellationToken, Task<BulkChangeResult>> change)
    {
        var result = await c.Site.AskAsync(change);
        if (result.Errors.Count > 0)
            return result.Errors;
        return result.Counts.Done > 0 ? [] : [.. result.Skipped.Keys.DefaultIfEmpty("invitation.unknown").Select(code => new InvitationError(code))];
    }

    private static Task<BatchStageResult> StageAsync(AuthorityCase c, Inviter who) =>
        c.Site.AskAsync<IInvitationBatches, BatchStageResult>((service, token) => service.StageAsync(Site.Acme, [c.Grant], who, null, null, token));

    private static Task<BulkInviteResult> ListAsync(AuthorityCase c) =>
        c.Site.AskAsync<IInvitationService, BulkInviteResult>((service, token) => service.InviteManyAsync(Site.Acme, [c.Grant], c.Who, null, token));

    private static Task<InviteResult> StreamAsync(AuthorityCase c) => c.Site.AskAsync<IInvitationService, InviteResult>(async (service, token) =>
        await service.InviteStreamAsync(Site.Acme, new[] { c.Grant }.ToAsyncEnumerable(), c.Who, null, token).SingleAsync(token));

    private static async Task<IReadOnlyList<InvitationError>> SettleAsync(AuthorityCase c, Inviter actor, InviterDeparture departure)
    {
        await c.Site.InviteAsync(c.Grant, Inviter.OrganizationAdmin("u-gone"));
        var result = await c.Site.AskAsync<IInviterDepartures, InviterDepartureResult>((service, token) => service.SettleAsync(Site.Acme, departure, actor, token));
        Assert.Equal(result.Errors.Count == 0 ? 1 : 0, result.Changed + result.Refused.Count);
        return [.. result.Errors, .. result.Refused.SelectMany(refusal => refusal.Errors)];
    }
}
