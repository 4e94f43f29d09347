namespace Invitations;

/// <summary>The rules by the names that refusals give them.</summary>
internal static class QuotaRule
{
    public const string Inviter = "inviter";
    public const string Tenant = "tenant";
    public const string Recipient = "recipient";
    public const string Domain = "domain";
    public const string System = "system";
}
