using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Invitations;

/// <summary>A hash of what was asked for, by which the same request is told from another one under the same key.</summary>
internal static class InviteFingerprint
{
    public static string Of(IReadOnlyList<Invite> invites, InviteOptions options, Inviter inviter)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, inviter.UserId);
        Add(hash, options);
        foreach (var invite in invites)
            Add(hash, invite);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Add(IncrementalHash hash, InviteOptions options)
    {
        Add(hash, options.Kind.ToString());
        Add(hash, options.Roles);
        Add(hash, options.Groups);
        Add(hash, options.Products);
        Add(hash, options.Language);
        Add(hash, options.PersonalMessage);
        Add(hash, options.Lifetime?.Ticks);
        Add(hash, options.MembershipEndsAt?.UtcTicks);
        Add(hash, options.Channels);
        Add(hash, options.Metadata);
        Add(hash, options.RedirectPath);
        Add(hash, options.WhenAlreadyInvited.ToString());
        Add(hash, options.WhenAccountExists.ToString());
        Add(hash, options.Mode.ToString());
    }

    private static void Add(IncrementalHash hash, Invite invite)
    {
        Add(hash, invite.Email);
        Add(hash, invite.Phone);
        Add(hash, invite.IdentifierKind);
        Add(hash, invite.Identifier);
        Add(hash, invite.UserId);
        Add(hash, invite.Anyone ? "anyone" : null);
        Add(hash, invite.FirstName);
        Add(hash, invite.LastName);
        Add(hash, invite.JobTitle);
        Add(hash, invite.Department);
        Add(hash, invite.LineManager);
        Add(hash, invite.StartDate?.DayNumber);
        Add(hash, invite.EmployeeId);
        Add(hash, invite.Language);
        Add(hash, invite.Fields);
        Add(hash, invite.Kind?.ToString());
        Add(hash, invite.Roles);
        Add(hash, invite.Admin?.ToString());
        Add(hash, invite.Groups);
        Add(hash, invite.Products);
        Add(hash, invite.MembershipEndsAt?.UtcTicks);
        Add(hash, invite.PersonalMessage);
        Add(hash, invite.Metadata);
        Add(hash, invite.RedirectPath);
    }

    private static void Add(IncrementalHash hash, IReadOnlyDictionary<string, string>? entries)
    {
        Add(hash, entries?.Count);
        foreach (var (name, value) in (entries ?? Empty<string, string>.Dictionary).OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            Add(hash, name);
            Add(hash, value);
        }
    }

    private static void Add(IncrementalHash hash, IReadOnlyList<string>? texts)
    {
        Add(hash, texts?.Count);
        foreach (var text in texts ?? [])
            Add(hash, text);
    }

    private static void Add(IncrementalHash hash, long? number) => Add(hash, number?.ToString(CultureInfo.InvariantCulture));

    // Each part says its length first, so that no two requests give the same bytes.
    private static void Add(IncrementalHash hash, string? text)
    {
        var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(text is null ? -1 : bytes.Length));
        hash.AppendData(bytes);
    }
}
