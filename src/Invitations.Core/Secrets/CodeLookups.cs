namespace Invitations;

/// <summary>The look-up hashes of access codes as stores keep them.</summary>
internal static class CodeLookups
{
    /// <summary>A code long enough to be looked up without a tenant is always kept in that form: it is found both ways.</summary>
    public static string Of(InvitationKey key, TenantId tenant, AccessCode code) => Convert.ToHexStringLower(
        IsFoundAcrossTenants(code) ? AccessCodes.LookupHash(key, code) : AccessCodes.LookupHash(key, tenant, code));

    /// <summary>The look-ups of a code that was typed, one for each key; empty where it is too short to be looked up without a tenant.</summary>
    public static IReadOnlyCollection<string> Of(KeyRing keys, TenantId? tenant, AccessCode code)
    {
        if (tenant is null && !IsFoundAcrossTenants(code))
            return [];
        return [.. keys.Keys.Select(key => Of(key, tenant ?? default, code))];
    }

    private static bool IsFoundAcrossTenants(AccessCode code) => code.Length >= AccessCode.MinimumLengthAcrossTenants;
}
