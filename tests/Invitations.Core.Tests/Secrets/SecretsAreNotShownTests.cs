using System.Collections;
using System.Reflection;
using System.Text.Json;

namespace Invitations.Tests.Secrets;

public sealed class SecretsAreNotShownTests
{
    private static readonly InvitationKey Key = KnownKeys.Counting;
    private static readonly AccessCode Code = AccessCodes.Derive(Key, KnownKeys.SomeId, 3);
    private static readonly SwappableKeyRingSource Source = new(Key);

    public static TheoryData<Type> Everything =>
    [
        typeof(InvitationKey), typeof(KeyRing), typeof(EphemeralKeyRingSource), typeof(AccessCode), typeof(AccessCodes), typeof(TokenCodec),
        typeof(TokenPayload),
    ];

    [Theory]
    [MemberData(nameof(Everything))]
    public void No_text_property_or_json_shows_a_secret(Type type)
    {
        var instance = Instance(type);

        var shown = Shown(instance, depth: 4).Append(JsonSerializer.Serialize(instance, type)).ToList();

        Assert.NotEmpty(shown);
        Assert.All(shown, text => Assert.All(Secrets(), secret => Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_search_would_find_a_secret()
    {
        var careless = new { Nested = new[] { new { Text = Code.Reveal() } } };

        Assert.Contains(Shown(careless, depth: 4), text => text.Contains(Code.Reveal(), StringComparison.Ordinal));
    }

    [Fact]
    public void The_five_sub_keys_are_searched_for() => Assert.Equal(5, SubKeys().Count());

    [Fact]
    public void A_code_in_a_message_is_a_fixed_text() => Assert.Equal("Your code: (access code)", $"Your code: {Code}");

    private static object Instance(Type type) =>
        type == typeof(InvitationKey) ? Key
        : type == typeof(KeyRing) ? Source.Current
        : type == typeof(EphemeralKeyRingSource) ? new EphemeralKeyRingSource()
        : type == typeof(AccessCode) ? Code
        : type == typeof(AccessCodes) ? new AccessCodes(Source)
        : type == typeof(TokenCodec) ? new TokenCodec(Source)
        : new TokenPayload(TokenKind.Invitation, KnownKeys.SomeId, 3);

    private static IEnumerable<string> Secrets()
    {
        foreach (var key in (byte[][])[Convert.FromBase64String(KnownKeys.CountingText), .. SubKeys()])
        {
            yield return Convert.ToBase64String(key)[..8];
            yield return Convert.ToHexString(key)[..8];
        }

        yield return new TokenCodec(Source).Write(TokenKind.Invitation, KnownKeys.SomeId, 3)[^22..];
        yield return Code.Reveal();
        yield return Code.Reveal()[..5];
    }

    private static IEnumerable<byte[]> SubKeys() =>
        from field in typeof(InvitationKey).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
        where field.FieldType == typeof(byte[])
        select (byte[])field.GetValue(Key)!;

    /// <summary>What a logger that takes objects apart would write: every text, every public property, every item.</summary>
    private static IEnumerable<string> Shown(object? value, int depth)
    {
        if (value is null || depth == 0)
            yield break;
        yield return value.ToString() ?? "";
        if (value is string or ValueType and not AccessCode and not TokenPayload)
            yield break;
        if (value is byte[] bytes)
            yield return Convert.ToBase64String(bytes) + " " + Convert.ToHexString(bytes);

        var inner = value is IEnumerable items and not byte[]
            ? items.Cast<object?>()
            : value.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public)
                .Where(property => property.GetIndexParameters().Length == 0 && !property.PropertyType.IsByRefLike)
                .Select(property => property.GetValue(value));
        foreach (var text in inner.SelectMany(item => Shown(item, depth - 1)))
            yield return text;
    }
}
