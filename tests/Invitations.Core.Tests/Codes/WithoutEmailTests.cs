using Invitations.Tests.Accepting.Fixture;

namespace Invitations.Tests.Codes;

/// <summary>People without e-mail: invited by what the tenant knows them by, one or many, as members or guests.</summary>
public sealed class WithoutEmailTests
{
    private static readonly TenantSettings Settings = Site.Settings with { IdentifierKinds = ["badge"], PhoneRegion = "GB" };

    /// <summary>Kind, as typed, and how it is kept.</summary>
    public static TheoryData<string?, string, string> Identifiers { get; } = new()
    {
        { null, " p-1042 ", "p-1042" },
        { IdentifierKinds.PersonnelNumber, "00 42", "00 42" },
        { IdentifierKinds.PhoneNumber, "07911 123457", "+447911123457" },
        { IdentifierKinds.PhoneNumber, "+32 470 12 34 56", "+32470123456" },
        { IdentifierKinds.Birthday, "24.12.1990", "1990-12-24" },
        { "badge", "B-7", "B-7" },
    };

    [Theory]
    [MemberData(nameof(Identifiers))]
    public async Task Each_kind_of_identifier_gets_a_code_and_no_message_and_joins_by_it(string? kind, string typed, string kept)
    {
        foreach (var membership in Enum.GetValues<GrantKind>())
        {
            await using var site = new Site();
            site.Tenants[Site.Acme] = Settings;
            var id = await site.InviteAsync(new Invite { IdentifierKind = kind, Identifier = typed, Kind = membership, Groups = ["design"] });

            var stored = await site.StoredAsync(id);
            Assert.Equal((kind ?? IdentifierKinds.PersonnelNumber, kept), (stored.Recipient.Identifier!.Kind, stored.Recipient.Identifier.Value));
            Assert.Empty(await site.DeliveriesAsync(id));
            var shown = await site.ShowAsync(id);
            var joined = await site.AcceptAsync(InvitationSecret.FromCode(Site.Acme, shown.Secrets!.Code, "kiosk"), Acceptor.SigningUp("form"));
            Assert.Equal((membership, "design"), (joined.Acceptance!.Grant.Kind, joined.Acceptance.Grant.Groups.Single()));
        }
    }

    [Theory]
    [InlineData(null, "", "recipient.missing")]
    [InlineData("badge", "x\u200by", "identifier.invalid")]
    [InlineData("shoe_size", "42", "identifier.kind_unknown")]
    [InlineData(IdentifierKinds.Birthday, "1990-02-30", "identifier.invalid")]
    [InlineData(IdentifierKinds.PhoneNumber, "12", "phone.invalid")]
    public async Task What_cannot_be_an_identifier_is_refused_with_its_reason(string? kind, string typed, string code)
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Settings;

        var result = await site.TryInviteAsync(new Invite { IdentifierKind = kind, Identifier = typed });

        Assert.Equal(code, Assert.Single(result.Errors).Code);
    }

    [Fact]
    public async Task A_whole_list_of_them_is_invited_at_once_and_each_gets_a_code_of_its_own()
    {
        await using var site = new Site();
        site.Tenants[Site.Acme] = Settings;
        Invite[] invites =
        [
            new() { Identifier = "P-1" },
            new() { Identifier = "P-2", Kind = GrantKind.Guest, Groups = ["design"] },
            new() { Identifier = "p-1" },
            new() { IdentifierKind = IdentifierKinds.Birthday, Identifier = "1990-12-24", FirstName = "Ana" },
            new() { IdentifierKind = IdentifierKinds.Birthday, Identifier = "24.12.1990", FirstName = "Ben" },
            new() { Identifier = "P-3", Kind = GrantKind.Guest },
        ];

        var result = await site.AskAsync<IInvitationService, BulkInviteResult>((service, token) =>
            service.InviteManyAsync(Site.Acme, invites, Site.Admin, cancellationToken: token));

        Assert.Equal(
            ["", "", "row.duplicate", "", "", "guest.group_required"],
            result.Rows.Select(row => string.Join(' ', row.Errors.Select(error => error.Code))));
        var codes = await site.ShowCodesAsync(new() { BatchId = result.BatchId });
        Assert.Equal(4, codes.Select(code => code.Secrets!.Code).Distinct().Count());
    }

    [Fact]
    public async Task The_same_personnel_number_is_not_invited_twice_and_a_birthday_is()
    {
        await using var site = new Site();
        await site.InviteAsync(new Invite { Identifier = "AB 12" });
        await site.InviteAsync(new Invite { IdentifierKind = IdentifierKinds.Birthday, Identifier = "1990-12-24" });

        var again = await site.TryInviteAsync(new Invite { Identifier = "ab  12" });

        Assert.Equal("invitation.already_pending (identifier)", Assert.Single(again.Errors).ToString());
        Assert.True((await site.TryInviteAsync(new Invite { IdentifierKind = IdentifierKinds.Birthday, Identifier = "24.12.1990" })).Succeeded);
    }

    [Fact]
    public async Task A_reinvite_gives_a_new_code_and_the_former_one_is_dead()
    {
        await using var site = new Site();
        var id = await site.InviteByCodeAsync();
        var former = await site.CodeAsync(id);
        site.Clock.Advance(TimeSpan.FromHours(1));

        Assert.True((await site.ReinviteAsync(id)).Succeeded);

        Refused.With("code.invalid", await site.AcceptAsync(former, Acceptor.User("u-ana")));
        Assert.True((await site.AcceptAsync(await site.CodeAsync(id), Acceptor.User("u-ana"))).Succeeded);
    }
}
