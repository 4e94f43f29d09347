namespace Invitations.Tests.Secrets;

public sealed class CodeCheckTests
{
    private const string Symbols = CodeAlphabet.Symbols;

    public static TheoryData<int> Lengths => [.. Enumerable.Range(10, 17)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_single_wrong_symbol_is_found(int length)
    {
        foreach (var code in Codes(length))
        {
            Assert.True(CodeCheck.Holds(code));
            for (var at = 0; at < code.Length; at++)
            {
                foreach (var symbol in Symbols.Where(symbol => symbol != code[at]))
                    Assert.False(CodeCheck.Holds(With(code, at, symbol)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_swap_of_two_neighbours_is_found_whatever_they_are(int length)
    {
        var code = Codes(length).First();
        for (var at = 0; at < length - 1; at++)
        {
            foreach (var (left, right) in Pairs())
            {
                var data = With(With(code[..length], at, left), at + 1, right);
                var whole = data + CodeCheck.For(data);

                Assert.True(CodeCheck.Holds(whole));
                Assert.False(CodeCheck.Holds(Swapped(whole, at, at + 1)));
            }
        }
    }

    [Fact]
    public void A_swap_with_the_check_symbol_is_found_for_every_pair_before_it()
    {
        // The two last data symbols run through all pairs, so the sum before the last one takes all 32 values.
        foreach (var (left, right) in Pairs(alsoEqual: true))
        {
            var data = "7K2M9QXA" + left + right;
            var whole = data + CodeCheck.For(data);

            if (whole[^1] != whole[^2])
                Assert.False(CodeCheck.Holds(Swapped(whole, whole.Length - 1, whole.Length - 2)));
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Every_swap_of_distant_symbols_is_found(int length)
    {
        foreach (var code in Codes(length))
        {
            for (var left = 0; left < code.Length; left++)
            {
                for (var right = left + 1; right < code.Length; right++)
                {
                    if (code[left] != code[right])
                        Assert.False(CodeCheck.Holds(Swapped(code, left, right)));
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_zero_more_or_less_in_front_is_found(int length)
    {
        foreach (var code in Codes(length).Append(new string('0', length) + CodeCheck.For(new string('0', length))))
        {
            Assert.False(CodeCheck.Holds("0" + code));
            if (code[0] == '0')
                Assert.False(CodeCheck.Holds(code.AsSpan(1)));
        }
    }

    [Fact]
    public void The_check_symbol_is_one_that_can_be_read_out()
    {
        foreach (var (left, right) in Pairs(alsoEqual: true))
            Assert.Contains(CodeCheck.For($"7K2M9QXA{left}{right}"), Symbols);
    }

    private static IEnumerable<string> Codes(int length) =>
        from version in Enumerable.Range(0, 20)
        let code = AccessCodes.Derive(KnownKeys.Counting, KnownKeys.SomeId, version, length)
        select code.Symbols + CodeCheck.For(code.Symbols);

    private static IEnumerable<(char Left, char Right)> Pairs(bool alsoEqual = false) =>
        from left in Symbols
        from right in Symbols
        where alsoEqual || left != right
        select (left, right);

    private static string With(string code, int at, char symbol) => code[..at] + symbol + code[(at + 1)..];

    private static string Swapped(string code, int one, int other) => With(With(code, one, code[other]), other, code[one]);
}
