using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Inviting;

/// <summary>Every token and code of every invitation is looked for in everything that was written, told, logged or answered.</summary>
public sealed class NothingSecretIsKeptTests
{
    private static readonly InviteOptions Options = new() { IdempotencyKey = "k", WhenAlreadyInvited = WhenAlreadyInvited.Reinvite };

    [Fact]
    public async Task No_token_and_no_code_is_in_anything_that_is_kept_told_logged_or_answered()
    {
        using var host = new TestHost(new TenantSettings { AccessCodes = AccessCodeIssue.Everybody, Reinvite = new() { Cooldown = TimeSpan.Zero } });
        List<object?> shown =
        [
            await host.InviteAsync([new("ana@example.com"), new() { Phone = "+447911123456" }, new() { Identifier = "AB12" }, new() { Anyone = true }], Options),
            await host.InviteAsync([new("ana@example.com"), new() { Identifier = "ab12" }], Options with { IdempotencyKey = "other" }),
            await host.InviteAsync(new Invite("ana@example.com")),
        ];
        var content = await host.ReadAsync();
        shown.AddRange([content, host.Calls.All, host.Events.All, host.Logs.Lines]);

        var texts = shown.SelectMany(value => Texts(value, depth: 8)).ToHashSet();
        var secrets = Secrets(host, content.Invitations).ToList();

        Assert.Equal(4, content.Invitations.Count);
        Assert.Equal((4 * 4 * 3), secrets.Count);
        Assert.True(texts.Count > 100);
        Assert.All(secrets, secret => Assert.DoesNotContain(texts, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task The_search_would_find_a_secret_wherever_it_hides()
    {
        using var host = new TestHost();
        await host.InviteAsync(new Invite { Identifier = "AB12" });
        var invitation = Assert.Single((await host.ReadAsync()).Invitations);
        var secret = Secrets(host, [invitation]).First();

        var careless = invitation with { Metadata = new Dictionary<string, string> { ["link"] = $"https://x.example/{secret}" } };

        Assert.Contains(Texts(careless, depth: 8), text => text.Contains(secret, StringComparison.Ordinal));
        Assert.Contains(Texts(Encoding.UTF8.GetBytes(secret), depth: 2), text => text.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Results_and_drafts_say_nothing_personal_as_text()
    {
        using var host = new TestHost();

        var result = await host.InviteAsync(new Invite("ana@example.com") { FirstName = "Ana" });
        var refused = await host.InviteAsync(new Invite("ana@example.com") { FirstName = "Ana" });

        var texts = new[] { result.ToString(), refused.ToString(), $"{result.Recipient}", $"{new Invite("ana@example.com")}", $"{Assert.Single((await host.ReadAsync()).Invitations)}" };
        Assert.All(texts, text => Assert.DoesNotContain("ana", text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The tokens and codes of the first versions, as they are shown and without hyphens.</summary>
    private static IEnumerable<string> Secrets(TestHost host, IEnumerable<Invitation> invitations)
    {
        var key = host.Services.GetRequiredService<IKeyRingSource>().Current.Signing;
        var tokens = host.Services.GetRequiredService<TokenCodec>();
        foreach (var invitation in invitations)
        {
            for (var version = 0; version < 4; version++)
            {
                var code = AccessCodes.Derive(key, invitation.Id, version, AccessCode.DefaultLength).Reveal();
                yield return tokens.Write(TokenKind.Invitation, invitation.Id, version);
                yield return code;
                yield return code.Replace("-", "", StringComparison.Ordinal);
            }
        }
    }

    private static IEnumerable<string> Texts(object? value, int depth)
    {
        if (value is null || depth == 0)
            yield break;
        yield return Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        if (value is byte[] bytes)
            yield return $"{Encoding.UTF8.GetString(bytes)} {Convert.ToBase64String(bytes)} {Convert.ToHexString(bytes)}";
        if (value is string or byte[] or Guid or DateTimeOffset or DateOnly or Enum || value.GetType().IsPrimitive)
            yield break;
        if (value is Invitation or Delivery or AuditEntry or global::Invitations.Stores.IdempotencyRecord)
            yield return JsonSerializer.Serialize(value, value.GetType());

        var inner = value is IEnumerable items
            ? items.Cast<object?>()
            : value.GetType().GetMembers(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(member => member switch
                {
                    PropertyInfo { CanRead: true } property when property.GetIndexParameters().Length == 0 && property.Name != "EqualityContract" => Try(() => property.GetValue(value)),
                    FieldInfo field => field.GetValue(value),
                    _ => null,
                });
        foreach (var text in inner.SelectMany(item => Texts(item, depth - 1)))
            yield return text;
    }

    private static object? Try(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
