using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Deliveries for tests. Vary them with <c>with</c>.</summary>
public static class SampleDeliveries
{
    /// <summary>A waiting delivery that is due at <see cref="SampleInvitations.Now"/>.</summary>
    /// <param name="invitation">The invitation.</param>
    /// <param name="channel">The channel. Workers claim across tenants, so a test has a channel of its own.</param>
    public static Delivery Waiting(Invitation invitation, string channel) => new()
    {
        Id = Guid.CreateVersion7(SampleInvitations.Now),
        Tenant = invitation.Tenant,
        InvitationId = invitation.Id,
        SecretVersion = invitation.SecretVersion,
        Channel = channel,
        Purpose = DeliveryPurpose.Invitation,
        CreatedAt = SampleInvitations.Now,
        DueAt = SampleInvitations.Now,
    };

    /// <summary>A delivery in which no field has its default value. It was cancelled.</summary>
    /// <param name="invitation">The invitation.</param>
    public static Delivery Full(Invitation invitation) => new()
    {
        Id = Guid.CreateVersion7(SampleInvitations.Now),
        Tenant = invitation.Tenant,
        InvitationId = invitation.Id,
        SecretVersion = 3,
        Channel = SampleInvitations.NewText("pigeon"),
        Purpose = DeliveryPurpose.Reminder,
        Status = DeliveryStatus.Cancelled,
        CreatedAt = SampleInvitations.Now.AddMicroseconds(1),
        DueAt = SampleInvitations.Now.AddMicroseconds(2),
        Attempts = 4,
        LeasedUntil = SampleInvitations.Now.AddMicroseconds(3),
        Fence = 5_000_000_000,
        EndedAt = SampleInvitations.Now.AddMicroseconds(4),
        ProviderMessageId = "<1.2@provider.example>",
        LastError = "451 try again — später",
        Reported = ProviderReportKind.HardBounced,
        ReportedAt = SampleInvitations.Now.AddMicroseconds(5),
    };

    /// <summary>A claim of one channel at <see cref="SampleInvitations.Now"/>, for five minutes.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="take">The most deliveries.</param>
    public static DeliveryClaim Claim(string channel, int take = 100) => new()
    {
        Now = SampleInvitations.Now,
        Lease = TimeSpan.FromMinutes(5),
        Take = take,
        Channels = [channel],
    };

    /// <summary>The report that a claimed delivery was sent, a second after <see cref="SampleInvitations.Now"/>.</summary>
    /// <param name="claimed">The delivery as claimed.</param>
    public static DeliveryReport Sent(Delivery claimed) => new()
    {
        Id = claimed.Id,
        Fence = claimed.Fence,
        Status = DeliveryStatus.Sent,
        At = SampleInvitations.Now.AddSeconds(1),
        ProviderMessageId = "message-1",
    };
}
