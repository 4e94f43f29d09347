namespace Invitations.Tests.Tenants;

public sealed class TenantIdTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("acme corp")]
    [InlineData("7f3c0000-0000-7000-8000-000000000001")]
    public void A_text_is_a_tenant(string text)
    {
        TenantId tenant = text;

        Assert.Equal((text, text), (tenant.Value, tenant.ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\nb")]
    [InlineData("a\0")]
    public void What_is_no_text_is_no_tenant(string text) => Assert.Throws<ArgumentException>(() => new TenantId(text));

    [Fact]
    public void A_tenant_has_at_most_100_characters()
    {
        Assert.Equal(100, new TenantId(new string('x', 100)).Value.Length);
        Assert.Throws<ArgumentException>(() => new TenantId(new string('x', 101)));
        Assert.Throws<ArgumentNullException>(() => new TenantId(null!));
    }

    [Fact]
    public void Case_makes_another_tenant() => Assert.NotEqual(new TenantId("acme"), new TenantId("Acme"));

    [Fact]
    public void A_tenant_that_was_never_set_has_no_value()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => default(TenantId).Value);

        Assert.StartsWith("INV008", exception.Message, StringComparison.Ordinal);
        Assert.Equal("", default(TenantId).ToString());
    }
}
