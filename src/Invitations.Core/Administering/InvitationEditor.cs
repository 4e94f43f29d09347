using Microsoft.Extensions.Options;

namespace Invitations;

/// <summary>Works out what an invitation is after an edit, and whether that may be.</summary>
internal sealed class InvitationEditor(
    InvitationAccess access,
    AddressReader addresses,
    RowValidation validation,
    ChunkLookup lookup,
    GrantReview review,
    InvitationIssuer issuer,
    InviterHandover handover,
    ReminderPlanner reminders,
    IOptionsMonitor<InvitationOptions> options)
{
    public async Task<(Invitation? Found, Invitation? Edited, OperationContext Operation, IReadOnlyList<InvitationError> Errors)> EditAsync(
        TenantId tenant, Guid id, InvitationEdit edit, Inviter actor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Who edits must have been able to make both: the invitation as it is, and as it will be.
        var opened = await access.OpenAsync(tenant, id, actor, InvitationOperation.Edit, now, cancellationToken).ConfigureAwait(false);
        if (opened.Errors.Count > 0)
            return (opened.Found, null, opened.Operation, opened.Errors);
        var found = opened.Found!;
        if (edit.ExpectedVersion is { } version && version != found.Version)
            return (found, null, opened.Operation, [new InvitationError(InvitationErrorCodes.InvitationChanged)]);

        var settings = opened.Operation.Settings;
        var row = Apply(found, edit, settings);
        await JudgeAsync(row, opened.Operation, now, cancellationToken).ConfigureAwait(false);
        if (!row.IsAllowed)
            return (found, null, opened.Operation, row.Errors);
        var edited = Edited(found, row.Draft, settings, now);

        // What is not issued yet has somebody else to answer for it later: whoever approves it.
        if (found.Status is InvitationStatus.Pending)
            edited = await handover.ApplyAsync(edited, settings, actor, now, cancellationToken).ConfigureAwait(false);
        if (edited.SecretVersion != found.SecretVersion)
            edited = await reminders.PlanAsync(settings, edited, now, cancellationToken).ConfigureAwait(false);
        return (found, edited, opened.Operation, []);
    }

    private PolicyRow Apply(Invitation found, InvitationEdit edit, TenantSettings settings)
    {
        var errors = new ErrorList();
        var recipient = ApplyAddresses(found, edit, settings, errors, out var channels);
        var draft = GrantReview.DraftOf(found) with
        {
            Recipient = recipient,
            Channels = channels,
            Profile = edit.Profile is null ? found.Profile : ProfileReader.Clean(edit.Profile, settings, errors),
            Grant = found.Grant with
            {
                Kind = edit.Kind ?? found.Grant.Kind,
                Roles = edit.Roles is null ? found.Grant.Roles : GrantReader.Trimmed(edit.Roles),
                Groups = edit.Groups is null ? found.Grant.Groups : GrantReader.Trimmed(edit.Groups),
                Products = edit.Products is null ? found.Grant.Products : GrantReader.Trimmed(edit.Products),
                MembershipEndsAt = edit.RemovesMembershipEnd ? null
                    : edit.MembershipEndsAt is { } end ? InvitationClock.Cut(end)
                    : found.Grant.MembershipEndsAt,
            },
            PersonalMessage = edit.PersonalMessage is null
                ? found.PersonalMessage
                : ProfileReader.Message(edit.PersonalMessage, settings.MaxMessageLength, errors),
        };
        var row = new PolicyRow(1, draft) { Existing = found };
        foreach (var error in errors.Errors)
            row.Refuse(error);
        return row;
    }

    private Recipient ApplyAddresses(
        Invitation found, InvitationEdit edit, TenantSettings settings, ErrorList errors, out IReadOnlyList<string> channels)
    {
        var phone = edit.Phone is null ? null : addresses.ReadPhone(edit.Phone, settings, errors);
        var recipient = found.Recipient with
        {
            Email = edit.Email is null ? found.Recipient.Email : AddressReader.ReadEmail(edit.Email, errors),
            Phone = edit.Phone is null ? found.Recipient.Phone : phone?.Value,
        };
        if (recipient.IsAnyone && !found.Recipient.IsAnyone && errors.Count == 0)
            errors.Add(new(InvitationErrorCodes.RecipientMissing));

        channels = recipient == found.Recipient ? found.Channels : ChannelsFor(recipient, found);
        if (phone is { CanReceiveSms: false } && channels.Contains(DeliveryChannels.Sms))
            errors.Add(Refusals.Of(InvitationErrorCodes.PhoneNotMobile, FieldNames.Phone));
        return recipient;
    }

    /// <summary>What the inviter chose holds for the new address too, as far as it can; where nothing was chosen, every way there is.</summary>
    private static IReadOnlyList<string> ChannelsFor(Recipient recipient, Invitation found)
    {
        var unusable = new ErrorList();
        var isChoice = !found.Channels.SequenceEqual(ChannelChoice.For(found.Recipient, null, unusable), StringComparer.Ordinal);
        var channels = ChannelChoice.For(recipient, isChoice ? found.Channels : null, unusable);
        return unusable.Count == 0 ? channels : ChannelChoice.For(recipient, null, unusable);
    }

    private async Task JudgeAsync(PolicyRow row, OperationContext operation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var inviteRow = new InviteRow(row);
        await validation.ValidateAsync([inviteRow], operation.Settings, now, cancellationToken).ConfigureAwait(false);
        await lookup
            .LookUpAsync(new() { Context = operation, Options = new() }, [inviteRow], now, cancellationToken)
            .ConfigureAwait(false);
        if (row.Account?.UserId == row.Existing?.Recipient.UserId)
            row.Account = null;
        await review.ReviewAsync(operation, InvitationOperation.Edit, [row], new(), now, cancellationToken).ConfigureAwait(false);
    }

    private Invitation Edited(Invitation found, InviteDraft draft, TenantSettings settings, DateTimeOffset now)
    {
        var edited = found with
        {
            Recipient = draft.Recipient,
            Profile = draft.Profile,
            Grant = draft.Grant,
            Channels = draft.Channels,
            PersonalMessage = draft.PersonalMessage,
            Version = found.Version + 1,
        };
        if (draft.Recipient == found.Recipient)
            return edited;

        var hasGotCode = found.CodeLength == 0 && InvitationIssuer.NeedsCode(draft.Recipient, settings);
        edited = edited with { CodeLength = hasGotCode ? options.CurrentValue.AccessCodeLength : found.CodeLength };

        // What was sent to the former address must not open what is now meant for somebody else.
        return found.IssuedAt is null ? edited : issuer.WithNextSecret(edited with { IssuedAt = now });
    }
}
