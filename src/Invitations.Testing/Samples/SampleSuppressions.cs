namespace Invitations.Testing;

/// <summary>Entries of the list of suppressed addresses for tests. Vary them with <c>with</c>.</summary>
public static class SampleSuppressions
{
    /// <summary>An entry in which no field has its default value, with a hash of its own.</summary>
    /// <param name="scope">The scope.</param>
    public static Suppression Entry(SuppressionScope scope) => new()
    {
        Id = Guid.CreateVersion7(SampleInvitations.Now),
        Scope = scope,
        AddressHash = SampleInvitations.NewText("hash"),
        MaskedAddress = "z***@e***.com",
        Reason = SuppressionReason.Complaint,
        By = "user-1",
        At = SampleInvitations.Now,
    };
}
