using Invitations.Stores;

namespace Invitations.Testing;

/// <summary>Audit entries and idempotency records for tests, in which no field has its default value. Vary them with <c>with</c>.</summary>
public static class SampleRecords
{
    /// <summary>An entry of the trail of an invitation.</summary>
    /// <param name="invitation">The invitation.</param>
    public static AuditEntry Entry(Invitation invitation) => new()
    {
        Id = Guid.CreateVersion7(SampleInvitations.Now),
        Tenant = invitation.Tenant,
        InvitationId = invitation.Id,
        LinkId = Guid.NewGuid(),
        Action = AuditAction.Edited,
        Actor = "user-1",
        At = SampleInvitations.Now,
        Details = new Dictionary<string, string>(StringComparer.Ordinal) { ["former"] = "a…@example.com", ["Former"] = "\"x\"" },
    };

    /// <summary>The record of a first chunk.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="key">The caller's key.</param>
    public static IdempotencyRecord Record(TenantId tenant, string key) => new()
    {
        Tenant = tenant,
        Key = key,
        FirstRow = 1,
        RowCount = 500,
        BatchId = Guid.NewGuid(),
        Fingerprint = "00ff",
        Outcome = """[{"row":1,"code":"ok","note":"ü"}]""",
        CreatedAt = SampleInvitations.Now,
    };

    /// <summary>An attempt, one of two within ten minutes.</summary>
    /// <param name="key">Whose budget.</param>
    public static AttemptRequest Attempt(string key) => new(key, Limit: 2, TimeSpan.FromMinutes(10), SampleInvitations.Now);
}
