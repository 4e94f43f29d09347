using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Invitations for tests, each with an id, a tenant and addresses of its own. Vary them with <c>with</c>.</summary>
public static class SampleInvitations
{
    /// <summary>The instant at which the samples are made: 4 May 2031, 10:20:30.123456 UTC.</summary>
    public static DateTimeOffset Now { get; } = new DateTimeOffset(2031, 5, 4, 10, 20, 30, TimeSpan.Zero).AddMicroseconds(123_456);

    /// <summary>A tenant that no other test has.</summary>
    public static TenantId NewTenant() => new($"tenant-{Guid.NewGuid():N}");

    /// <summary>A text that no other test has, with a readable beginning.</summary>
    /// <param name="beginning">The beginning.</param>
    public static string NewText(string beginning) => $"{beginning}-{Guid.NewGuid():N}";

    /// <summary>A pending invitation of a member by e-mail, which expires in seven days.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="email">The address; null, the default, makes a new one.</param>
    public static Invitation Pending(TenantId tenant, string? email = null) => new()
    {
        Id = Guid.CreateVersion7(Now),
        Tenant = tenant,
        Recipient = new() { Email = email ?? $"{NewText("ana")}@example.com" },
        Grant = Grant.Member,
        InvitedBy = "user-1",
        Status = InvitationStatus.Pending,
        SecretVersion = 1,
        SecretKeyId = 1,
        CreatedAt = Now,
        IssuedAt = Now,
        ExpiresAt = Now.AddDays(7),
        IssueCount = 1,
    };

    /// <summary>An invitation in which no field has its default value. It has been accepted.</summary>
    /// <param name="tenant">The tenant.</param>
    public static Invitation Full(TenantId tenant) => new()
    {
        Id = Guid.CreateVersion7(Now),
        Tenant = tenant,
        Recipient = new()
        {
            Email = $"{NewText("zoë")}@example.com",
            Phone = "+32470123456",
            Identifier = Identifier(IdentifierKinds.PersonnelNumber, NewText("AB 12")),
            UserId = NewText("user"),
        },
        Profile = new()
        {
            FirstName = "Zoë",
            LastName = "D'Hondt",
            JobTitle = "Ingénieure",
            Department = "R&D \"North\"",
            LineManager = "boss@example.com",
            LineManagerId = NewText("boss"),
            StartDate = new(2031, 6, 1),
            EmployeeId = NewText("e"),
            Language = "nl-BE",
            Fields = new Dictionary<string, string>(StringComparer.Ordinal) { ["badge"] = "007", ["Badge"] = "8", ["empty"] = "" },
        },
        Grant = new()
        {
            Kind = GrantKind.Guest,
            Roles = ["writer", "Admin", "reader"],
            Groups = ["design", "a,b", "ops"],
            Products = ["desk", "chat"],
            MembershipEndsAt = Now.AddYears(1).AddMicroseconds(1),
        },
        Origin = InvitationOrigin.JoinRequest,
        InvitedBy = "user-7",
        IsFromSystem = true,
        InviterName = "Ben 👩‍🚀",
        PersonalMessage = "Hello,\nwelcome to the team! 🎉",
        Status = InvitationStatus.Accepted,
        BatchId = Guid.NewGuid(),
        BatchRow = 17,
        LinkId = Guid.NewGuid(),
        ApprovedBy = "user-8",
        RefusalReason = "Not \"now\",\nplease 🙏",
        RequestedLifetime = TimeSpan.FromDays(3) + TimeSpan.FromMicroseconds(7),
        SecretVersion = 3,
        SecretKeyId = 4_000_000_007,
        CodeLookup = NewText("lookup"),
        CodeLength = 13,
        Channels = [DeliveryChannels.Sms, DeliveryChannels.Email],
        CreatedAt = Now.AddMicroseconds(1),
        IssuedAt = Now.AddMicroseconds(2),
        ExpiresAt = Now.AddDays(7).AddMicroseconds(3),
        IssueCount = 2,
        ReminderDueAt = Now.AddDays(3).AddMicroseconds(4),
        EndedAt = Now.AddDays(1).AddMicroseconds(5),
        AnonymizedAt = Now.AddDays(2).AddMicroseconds(6),
        AcceptedBy = "user-9",
        AcceptanceAttempt = NewText("attempt"),
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["order"] = "42", ["note"] = "läuft" },
        RedirectPath = "/welcome?tour=1",
        Version = 5_000_000_000,
    };

    /// <summary>An identifier.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="value">The value.</param>
    public static RecipientIdentifier Identifier(string kind, string value) =>
        RecipientIdentifier.TryCreate(kind, value, out var identifier, out var problem)
            ? identifier
            : throw new ArgumentException($"This makes no identifier: {problem}.", nameof(value));

    /// <summary>A change of an invitation as it is stored: the version counts up, everything else that is expected is what it has.</summary>
    /// <param name="stored">The invitation as it is.</param>
    /// <param name="change">Makes the invitation as it shall be; the version is seen to.</param>
    public static InvitationChange Change(Invitation stored, Func<Invitation, Invitation> change) => new()
    {
        Updated = change(stored) with { Version = stored.Version + 1 },
        ExpectedStatus = stored.Status,
        ExpectedVersion = stored.Version,
    };

    /// <summary>The change by which a pending invitation is accepted.</summary>
    /// <param name="stored">The invitation as it is.</param>
    /// <param name="by">Who accepts.</param>
    public static InvitationChange Acceptance(Invitation stored, string by = "user-2") =>
        Change(stored, invitation => invitation with { Status = InvitationStatus.Accepted, AcceptedBy = by, EndedAt = Now });
}
