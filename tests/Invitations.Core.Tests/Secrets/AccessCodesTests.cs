namespace Invitations.Tests.Secrets;

public sealed class AccessCodesTests
{
    private static readonly Guid Id = KnownKeys.SomeId;

    public static TheoryData<int> Lengths => [.. Enumerable.Range(10, 17)];

    [Theory]
    [InlineData(10, "4BTK1-3WAC9-A")]
    [InlineData(13, "R07T7-G6WSS-3TQT")]
    [InlineData(26, "QTFBV-FZHB4-ZT1XK-NCPJ3-E9A06-MJ")]
    public void A_code_of_an_earlier_release_is_still_the_same(int length, string known)
    {
        // Computed outside this library, from the layout alone.
        Assert.Equal(known, AccessCodes.Derive(KnownKeys.Counting, Id, 3, length).Reveal());
    }

    [Fact]
    public void A_code_has_ten_symbols_and_a_check_symbol_unless_more_are_asked_for() =>
        Assert.Matches("^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$", Code().Reveal());

    [Theory]
    [MemberData(nameof(Lengths))]
    public void What_is_shown_is_read_back(int length)
    {
        for (var version = 0; version < 100; version++)
        {
            var code = AccessCodes.Derive(KnownKeys.Counting, Id, version, length);

            Assert.Equal(length, code.Length);
            Assert.True(AccessCodes.TryRead(code.Reveal(), out var read));
            Assert.Equal(code, read);
            Assert.Equal(code.Reveal(), read.Reveal());
        }
    }

    [Theory]
    [InlineData(9)]
    [InlineData(27)]
    [InlineData(0)]
    public void Another_length_is_refused(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => AccessCodes.Derive(KnownKeys.Counting, Id, 1, length));

    [Fact]
    public void Key_id_version_length_and_purpose_each_change_the_code()
    {
        AccessCode[] codes =
        [
            AccessCodes.Derive(KnownKeys.Counting, Id, 1),
            AccessCodes.Derive(KnownKeys.Other, Id, 1),
            AccessCodes.Derive(KnownKeys.Counting, new Guid("01890a5d-ac96-774b-bcce-b302099a8058"), 1),
            AccessCodes.Derive(KnownKeys.Counting, Id, 2),
            AccessCodes.Derive(KnownKeys.Counting, Id, 1, length: 11),
            AccessCodes.Derive(KnownKeys.Counting, Id, 1, purpose: TokenKind.Link),
        ];

        Assert.Equal(codes.Length, codes.Select(code => code.Reveal()[..11]).Distinct().Count());
    }

    [Fact]
    public void What_no_row_can_have_has_no_code()
    {
        Assert.Throws<ArgumentException>(() => AccessCodes.Derive(KnownKeys.Counting, Guid.Empty, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => AccessCodes.Derive(KnownKeys.Counting, Id, -1));
    }

    [Fact]
    public void A_code_is_shown_again_while_its_key_lives_and_not_after()
    {
        var keys = new SwappableKeyRingSource(KnownKeys.Counting);
        var codes = new AccessCodes(keys);

        keys.SwapFor(KnownKeys.Other, KnownKeys.Counting);
        Assert.Equal(AccessCodes.Derive(KnownKeys.Counting, Id, 1, 12), codes.Derive(Id, 1, KnownKeys.Counting.Id, 12));

        keys.SwapFor(KnownKeys.Other);
        Assert.Null(codes.Derive(Id, 1, KnownKeys.Counting.Id, 12));
    }

    [Fact]
    public void A_hundred_thousand_codes_are_all_different_and_use_every_symbol_alike_at_every_place()
    {
        const int Count = 100_000;
        var seen = new HashSet<string>(Count);
        var counts = new int[AccessCode.DefaultLength, 32];

        for (var version = 0; version < Count; version++)
        {
            var symbols = AccessCodes.Derive(KnownKeys.Counting, Id, version).Symbols;
            Assert.True(seen.Add(symbols), $"version {version} repeats a code");
            for (var at = 0; at < symbols.Length; at++)
                counts[at, CodeAlphabet.Symbols.IndexOf(symbols[at], StringComparison.Ordinal)]++;
        }

        // Expected 3,125 with a standard deviation of 55: five of these are 275.
        foreach (var count in counts)
            Assert.InRange(count, 2_850, 3_400);
    }

    private static AccessCode Code() => AccessCodes.Derive(KnownKeys.Counting, Id, 1);
}
