using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Policies;

public sealed class UniquenessTests
{
    private const string Mobile = "+447911123456";

    [Theory]
    [InlineData("ANA@example.com", null, null, "email")]
    [InlineData("new@example.com", Mobile, null, "phone")]
    [InlineData(null, null, "u-1", "user_id")]
    public async Task A_member_of_the_tenant_is_not_invited_again(string? email, string? phone, string? userId, string field)
    {
        using var host = new TestHost(accounts: new FakeAccounts(new Account { UserId = "u-1", Email = "Ana@example.com", Phone = Mobile, IsMember = true }));

        (await host.InviteAsync(new Invite { Email = email, Phone = phone, UserId = userId })).AssertRefused("account.exists", field);
    }

    [Fact]
    public async Task An_account_elsewhere_is_invited()
    {
        using var host = new TestHost(accounts: new FakeAccounts(new Account { UserId = "u-1", Email = "ana@example.com" }));

        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();
    }

    [Fact]
    public async Task A_member_s_phone_number_next_to_a_stranger_s_email_address_is_refused()
    {
        using var host = new TestHost(accounts: new FakeAccounts(
            new Account { UserId = "u-1", Email = "ana@example.com" },
            new Account { UserId = "u-2", Phone = Mobile, IsMember = true }));

        (await host.InviteAsync(new Invite("ana@example.com") { Phone = Mobile })).AssertRefused("account.exists", "phone");
    }

    [Fact]
    public async Task An_unknown_user_id_is_refused_although_the_email_address_is_known()
    {
        using var host = new TestHost(accounts: new FakeAccounts(new Account { UserId = "u-1", Email = "ana@example.com" }));

        (await host.InviteAsync(new Invite("ana@example.com") { UserId = "u-404" })).AssertRefused("user.unknown", "user_id");
    }

    [Theory]
    [InlineData("ana@example.com", null, null, "email")]
    [InlineData("other@example.com", Mobile, null, "phone")]
    [InlineData(null, null, "ab12", "identifier")]
    public async Task An_open_invitation_is_in_the_way_whichever_address_it_shares(string? email, string? phone, string? identifier, string field)
    {
        using var host = new TestHost();
        var first = await host.InviteAsync(new Invite("ana@example.com") { Phone = Mobile, Identifier = "AB12" });
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var second = await host.InviteAsync(new Invite { Email = email, Phone = phone, Identifier = identifier });

        second.AssertRefused("invitation.already_pending", field, ("since", FakeClock.Start));
        Assert.Equal(first.InvitationId, second.InvitationId);
        Assert.Single((await host.ReadAsync()).Invitations);
    }

    [Fact]
    public async Task Many_people_share_a_birthday()
    {
        using var host = new TestHost();
        var invite = new Invite { IdentifierKind = IdentifierKinds.Birthday, Identifier = "1990-02-01" };

        (await host.InviteAsync(invite)).AssertSucceeded();
        (await host.InviteAsync(invite)).AssertSucceeded();
    }

    [Fact]
    public async Task An_employee_id_of_another_account_is_refused_and_one_s_own_is_not()
    {
        using var host = new TestHost(accounts: new FakeAccounts(new Account { UserId = "u-1", Email = "ana@example.com", EmployeeId = "E-1" }));

        (await host.InviteAsync(new Invite("bob@example.com") { EmployeeId = "e-1" })).AssertRefused("employee_id.in_use", "employee_id", ("employeeId", "e-1"));
        (await host.InviteAsync(new Invite("ana@example.com") { EmployeeId = "E-1" })).AssertSucceeded();
    }

    [Fact]
    public async Task An_employee_id_of_another_open_invitation_is_refused()
    {
        using var host = new TestHost();
        (await host.InviteAsync(new Invite("ana@example.com") { EmployeeId = "E-1" })).AssertSucceeded();

        (await host.InviteAsync(new Invite("bob@example.com") { EmployeeId = "e-1" })).AssertRefused("employee_id.in_use", "employee_id", ("employeeId", "e-1"));
    }

    [Fact]
    public async Task The_same_person_s_own_open_invitation_is_one_error_and_not_two()
    {
        using var host = new TestHost();
        await host.InviteAsync(new Invite("ana@example.com") { EmployeeId = "E-1" });

        (await host.InviteAsync(new Invite("ana@example.com") { EmployeeId = "E-1" }))
            .AssertRefused("invitation.already_pending", "email", ("since", FakeClock.Start));
    }

    public static TheoryData<bool, bool> Ways => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Doubles_within_a_list_are_refused_with_the_first_row_in_whatever_chunk(bool isStream, bool isDryRun)
    {
        using var host = new TestHost(options: options => options.ChunkSize = 3);
        Invite[] invites =
        [
            new("ana@example.com") { Phone = Mobile, EmployeeId = "E-1" },
            new("bob@example.com"),
            new("ANA@EXAMPLE.COM") { Row = 30 },
            new("c@example.com") { Phone = "+44 7911 123456" },
            new("d@example.com") { EmployeeId = "e-1" },
            new("Bob@Example.com"),
            new("e@example.com"),
            new("E@example.com"),
        ];

        var options = new InviteOptions { DryRun = isDryRun };
        var rows = isStream ? await host.InviteStreamAsync(invites.ToAsyncEnumerable(), options) : (await host.InviteAsync(invites, options)).Rows;

        Assert.Equal([1, 2, 7], rows.Where(row => row.Succeeded).Select(row => row.Row));
        rows[2].AssertRefused("row.duplicate", "email", ("row", 1), ("field", "email"));
        rows[3].AssertRefused("row.duplicate", "phone", ("row", 1), ("field", "phone"));
        rows[4].AssertRefused("row.duplicate", "employee_id", ("row", 1), ("field", "employee_id"));
        rows[5].AssertRefused("row.duplicate", "email", ("row", 2), ("field", "email"));
        rows[7].AssertRefused("row.duplicate", "email", ("row", 7), ("field", "email"));
        Assert.Equal(isDryRun ? 0 : 3, (await host.ReadAsync()).Invitations.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_a_stream_a_refused_row_of_an_earlier_chunk_is_in_nobody_s_way(bool isDryRun)
    {
        using var host = new TestHost(options: options => options.ChunkSize = 1);
        Invite[] invites = [new("ana@example.com") { Roles = ["owner"] }, new("ana@example.com")];

        var rows = await host.InviteStreamAsync(invites.ToAsyncEnumerable(), new InviteOptions { DryRun = isDryRun });

        rows[0].AssertRefused("role.unknown", "roles", ("role", "owner"));
        rows[1].AssertSucceeded();
    }

    [Fact]
    public async Task A_host_s_policy_cannot_let_two_rows_have_one_address()
    {
        using var host = new TestHost(wire: builder => builder.ReplacePolicy<IUniquenessPolicy, AllowEverybody>());

        var result = await host.InviteAsync([new("ana@example.com"), new("ana@example.com")]);

        result.Rows[0].AssertSucceeded();
        result.Rows[1].AssertRefused("row.duplicate", "email", ("row", 1), ("field", "email"));
    }

    [Fact]
    public async Task A_host_s_policy_cannot_let_two_open_invitations_have_one_address()
    {
        using var host = new TestHost(wire: builder => builder.ReplacePolicy<IUniquenessPolicy, AllowEverybody>());
        await host.InviteAsync(new Invite("ana@example.com"));

        (await host.InviteAsync(new Invite("ana@example.com"))).AssertRefused("invitation.already_pending", "email", ("since", FakeClock.Start));
    }

    private sealed class AllowEverybody : IUniquenessPolicy
    {
        public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
        {
            context.AllowAll();
            return default;
        }
    }
}
