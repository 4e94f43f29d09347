using System.Reflection;

namespace Invitations.Architecture.Tests.Api;

public sealed class PublicApiDescriptionTests
{
    private static readonly string Text = PublicApi.Describe(typeof(PublicApiDescriptionTests).Assembly);

    [Theory]
    [InlineData("public required string Name { get; init; }")]
    [InlineData("public Task<string?> FindAsync(IReadOnlyList<string?>? keys, int take = 5, CancellationToken cancellationToken = default)")]
    [InlineData("public const int Most = 3")]
    [InlineData("public static bool TryRead<T>(string? text, out T? value) where T : class, new()")]
    [InlineData("protected virtual int? Length { get; }")]
    [InlineData("public override string ToString()")]
    public void A_member_is_described_as_it_is_declared(string line) => Assert.Contains($"\n    {line}\n", Text, StringComparison.Ordinal);

    [Fact]
    public void A_type_is_described_with_its_kind_and_bases()
    {
        Assert.Contains("record class Invitations.Architecture.Tests.Api.PublicApiDescriptionTests.Sample : IComparer<string>\n", Text, StringComparison.Ordinal);
        Assert.Contains("readonly record struct Invitations.Architecture.Tests.Api.PublicApiDescriptionTests.Pair\n    public Pair(int Left, int Right)\n", Text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_outside_sees_is_left_out()
    {
        Assert.DoesNotContain("Hidden", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("PrintMembers", Text, StringComparison.Ordinal);
        Assert.DoesNotContain("op_Equality", Text, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(BindingFlags), Text, StringComparison.Ordinal);
    }

    public record Sample : IComparer<string>
    {
        public const int Most = 3;

        public required string Name { get; init; }

        protected virtual int? Length => HiddenText.Length;

        private string HiddenText => Name;

        public static bool TryRead<T>(string? text, out T? value)
            where T : class, new()
        {
            value = text is null ? null : new T();
            return text is not null;
        }

        public Task<string?> FindAsync(IReadOnlyList<string?>? keys, int take = 5, CancellationToken cancellationToken = default) =>
            Task.FromResult(cancellationToken.IsCancellationRequested ? Name : keys?.ElementAtOrDefault(take));

        public int Compare(string? x, string? y) => HiddenMethod(x) - HiddenMethod(y);

        public override string ToString() => Name;

        internal int HiddenMethod(string? other) => string.CompareOrdinal(Name, other);
    }

    public readonly record struct Pair(int Left, int Right);
}
