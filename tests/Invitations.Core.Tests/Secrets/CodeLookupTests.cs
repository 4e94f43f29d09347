namespace Invitations.Tests.Secrets;

public sealed class CodeLookupTests
{
    private static readonly AccessCode Short = AccessCodes.Derive(KnownKeys.Counting, KnownKeys.SomeId, 3);
    private static readonly AccessCode Long = AccessCodes.Derive(KnownKeys.Counting, KnownKeys.SomeId, 3, 13);

    private readonly SwappableKeyRingSource _keys = new(KnownKeys.Counting, KnownKeys.Other);
    private readonly AccessCodes _codes;

    public CodeLookupTests() => _codes = new AccessCodes(_keys);

    [Fact]
    public void A_hash_of_an_earlier_release_is_still_the_same()
    {
        // Computed outside this library, from the layout alone.
        Assert.Equal("1836756c3786b555b3529baa5ca42029", Hex(AccessCodes.LookupHash(KnownKeys.Counting, "acme", Short)));
        Assert.Equal("03e81b85c39498557652421dadb070a5", Hex(AccessCodes.LookupHash(KnownKeys.Counting, Long)));
    }

    [Fact]
    public void A_code_that_was_typed_has_the_hash_of_the_code_that_was_issued()
    {
        Assert.True(AccessCodes.TryRead(Short.Reveal().ToLowerInvariant(), out var typed));

        Assert.Equal(
            AccessCodes.LookupHash(KnownKeys.Counting, "acme", Short),
            AccessCodes.LookupHash(KnownKeys.Counting, "acme", typed));
    }

    [Fact]
    public void Key_tenant_and_code_each_change_the_hash()
    {
        byte[][] hashes =
        [
            AccessCodes.LookupHash(KnownKeys.Counting, "acme", Long),
            AccessCodes.LookupHash(KnownKeys.Other, "acme", Long),
            AccessCodes.LookupHash(KnownKeys.Counting, "Acme", Long),
            AccessCodes.LookupHash(KnownKeys.Counting, "acme2", Long),
            AccessCodes.LookupHash(KnownKeys.Counting, "acme", Short),
            AccessCodes.LookupHash(KnownKeys.Counting, Long),
            AccessCodes.LookupHash(KnownKeys.Other, Long),
        ];

        Assert.All(hashes, hash => Assert.Equal(AccessCodes.LookupHashBytes, hash.Length));
        Assert.Equal(hashes.Length, hashes.Select(Hex).Distinct().Count());
    }

    [Fact]
    public void Tenants_that_only_utf8_would_merge_stay_apart() =>
        Assert.NotEqual(
            Hex(AccessCodes.LookupHash(KnownKeys.Counting, "a\uD800", Short)),
            Hex(AccessCodes.LookupHash(KnownKeys.Counting, "a\uD801", Short)));

    [Fact]
    public void The_longest_tenant_and_code_have_a_hash()
    {
        var longest = AccessCodes.Derive(KnownKeys.Counting, KnownKeys.SomeId, 1, AccessCode.MaximumLength);
        var tenant = new string('x', TenantId.MaxLength);

        Assert.NotEqual(
            Hex(AccessCodes.LookupHash(KnownKeys.Counting, tenant, longest)),
            Hex(AccessCodes.LookupHash(KnownKeys.Counting, tenant[1..], longest)));
    }

    [Fact]
    public void Every_key_of_the_ring_is_looked_for_the_signing_one_first()
    {
        Assert.Equal(
            [AccessCodes.LookupHash(KnownKeys.Counting, "acme", Long), AccessCodes.LookupHash(KnownKeys.Other, "acme", Long)],
            _codes.LookupHashes("acme", Long));
        Assert.Equal(
            [AccessCodes.LookupHash(KnownKeys.Counting, Long), AccessCodes.LookupHash(KnownKeys.Other, Long)],
            _codes.LookupHashes(Long));
    }

    [Fact]
    public void The_codes_of_a_retired_key_are_found_no_more()
    {
        var stored = Hex(AccessCodes.LookupHash(KnownKeys.Counting, "acme", Short));
        Assert.Contains(stored, _codes.LookupHashes("acme", Short).Select(Hex));

        _keys.SwapFor(KnownKeys.Other);

        Assert.DoesNotContain(stored, _codes.LookupHashes("acme", Short).Select(Hex));
    }

    [Fact]
    public void A_code_of_twelve_symbols_is_not_looked_up_across_tenants()
    {
        var twelve = AccessCodes.Derive(KnownKeys.Counting, KnownKeys.SomeId, 1, 12);

        Assert.Empty(_codes.LookupHashes(twelve));
        var error = Assert.Throws<ArgumentException>(() => AccessCodes.LookupHash(KnownKeys.Counting, twelve));
        Assert.DoesNotContain(twelve.Symbols, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_or_a_tenant_that_was_never_set_has_no_hash()
    {
        Assert.Throws<InvalidOperationException>(() => AccessCodes.LookupHash(KnownKeys.Counting, "acme", default));
        Assert.Throws<InvalidOperationException>(() => AccessCodes.LookupHash(KnownKeys.Counting, default, Short));
        Assert.Throws<InvalidOperationException>(() => default(AccessCode).Reveal());
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
