namespace Invitations.Tests.PhoneNumbers;

public sealed class NumberingPlanTableTests
{
    private static readonly NumberingPlan[] Countries =
    [
        .. from first in Enumerable.Range('A', 26)
           from second in Enumerable.Range('A', 26)
           select NumberingPlanTable.World.OfRegion($"{(char)first}{(char)second}") into plan
           where plan is not null
           select plan,
    ];

    [Fact]
    public void Every_country_with_telephones_has_a_plan()
    {
        Assert.Equal(245, Countries.Length);
        Assert.All(Countries, static plan => Assert.Contains(plan, NumberingPlanTable.World.OfCallingCode(plan.CallingCode)));
    }

    [Fact]
    public void Every_pattern_of_every_country_can_be_read()
    {
        Span<char> stripped = stackalloc char[32];
        foreach (var plan in Enumerable.Range(1, 999).SelectMany(NumberingPlanTable.World.OfCallingCode))
        {
            for (var length = 1; length <= 17; length++)
            {
                var digits = "12345678901234567"[..length];
                plan.KindOf(digits);
                plan.Numbers.HasForm(digits);
                plan.InternationalPrefix.MatchLength(digits);
                plan.LeadingDigits.MatchLength(digits);
                plan.NationalPrefix.Strip(digits, plan.Numbers, stripped);
            }
        }
    }

    [Theory]
    [InlineData(1, "US")]
    [InlineData(7, "RU")]
    [InlineData(39, "IT")]
    [InlineData(44, "GB")]
    [InlineData(47, "NO")]
    [InlineData(61, "AU")]
    [InlineData(800, null)]
    public void The_country_that_speaks_for_a_calling_code_stands_first(int callingCode, string? region) =>
        Assert.Equal(region, NumberingPlanTable.World.OfCallingCode(callingCode)[0].Region);

    [Theory]
    [InlineData("12015550123", 1)]
    [InlineData("447911123456", 2)]
    [InlineData("390612345678", 2)]
    [InlineData("35312345678", 3)]
    [InlineData("0441234", 0)]
    [InlineData("210123456", 0)]
    [InlineData("", 0)]
    public void A_calling_code_is_read_from_the_front(string digits, int expected) =>
        Assert.Equal(expected, NumberingPlanTable.World.ReadCallingCode(digits).Digits);
}
