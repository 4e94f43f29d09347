using FluentValidation;
using Invitations.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.Tests.Policies;

public sealed class CustomPolicyTests
{
    [Fact]
    public async Task A_policy_that_answers_nothing_refuses()
    {
        using var host = new TestHost(wire: builder => builder.AddPolicy<Silent>());

        (await host.InviteAsync(new Invite("ana@example.com"))).AssertRefused("policy.no_answer", null);
    }

    [Fact]
    public async Task A_policy_that_forgets_one_row_refuses_that_one()
    {
        using var host = new TestHost(wire: builder => builder.AddPolicy<FirstRowOnly>());

        var result = await host.InviteAsync(People.Of(3));

        Assert.Equal([InviteOutcome.Invited, InviteOutcome.Refused, InviteOutcome.Refused], result.Outcomes());
        result.Rows[2].AssertRefused("policy.no_answer", null);
    }

    [Fact]
    public async Task A_policy_of_the_host_refuses_with_its_own_code_and_text_next_to_all_others()
    {
        using var host = new TestHost(new TenantSettings { Domains = new() { Denied = ["rival.example"] } }, wire: builder => builder.AddPolicy<NoCompetitors>());

        var result = await host.InviteAsync(new Invite("ceo@rival.example") { Roles = ["owner"] });

        Assert.Equal(["email.domain_not_allowed", "role.unknown", "competitor.refused"], result.Codes());
        Assert.Equal("Not them.", result.Errors[2].Message);
        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();
    }

    [Fact]
    public async Task A_policy_is_asked_once_a_chunk_and_sees_all_of_it()
    {
        Counting.Chunks.Value = [];
        using var host = new TestHost(options: options => options.ChunkSize = 40, wire: builder => builder.AddPolicy<Counting>());

        Assert.True((await host.InviteAsync(People.Of(100))).Succeeded);

        Assert.Equal([40, 40, 20], Counting.Chunks.Value);
    }

    [Fact]
    public async Task A_replaced_policy_is_the_only_one_of_its_name()
    {
        using var host = new TestHost(
            new TenantSettings { Domains = new() { Allowed = ["example.com"] } },
            wire: builder => builder.ReplacePolicy<IDomainPolicy, OnlyDotTest>());

        (await host.InviteAsync(new Invite("ana@example.com"))).AssertRefused("domain.not_test", "email");
        (await host.InviteAsync(new Invite("ana@company.test"))).AssertSucceeded();
    }

    [Fact]
    public async Task An_expiry_policy_that_gives_no_lifetime_makes_no_endless_invitation()
    {
        using var host = new TestHost(wire: builder => builder.ReplacePolicy<IExpiryPolicy, NoLifetime>());

        (await host.InviteAsync(new Invite("ana@example.com"))).AssertRefused("policy.no_answer", null);
    }

    [Fact]
    public async Task A_policy_that_throws_stops_everything()
    {
        using var host = new TestHost(wire: builder => builder.AddPolicy<Broken>());

        await Assert.ThrowsAsync<TimeoutException>(() => host.InviteAsync(People.Of(3)));

        Assert.Empty((await host.ReadAsync()).Invitations);
    }

    [Fact]
    public void A_row_can_only_become_what_there_is_something_for()
    {
        var row = GrantReview.RowOf(Sample());
        var alone = new PolicyRow(3, GrantReview.DraftOf(Sample()));

        row.AllowAs(InviteOutcome.Reinvited);
        Assert.Throws<ArgumentOutOfRangeException>(() => row.AllowAs(InviteOutcome.Refused));
        Assert.Throws<ArgumentOutOfRangeException>(() => row.AllowAs(InviteOutcome.NotDone));
        Assert.Throws<InvalidOperationException>(() => alone.AllowAs(InviteOutcome.Reinvited));
        Assert.Throws<InvalidOperationException>(() => alone.AllowAs(InviteOutcome.Merged));
        Assert.Throws<InvalidOperationException>(() => alone.AllowAs(InviteOutcome.GrantedDirectly));
    }

    [Fact]
    public void A_policy_cannot_give_an_absurd_lifetime()
    {
        var row = GrantReview.RowOf(Sample());

        Assert.Throws<ArgumentOutOfRangeException>(() => row.AllowFor(TimeSpan.Zero));
        Assert.Throws<ArgumentOutOfRangeException>(() => row.AllowFor(TimeSpan.MaxValue));
        row.AllowFor(null);
        row.AllowFor(ExpirySettings.Longest);
    }

    [Fact]
    public async Task A_row_that_was_allowed_as_something_and_then_refused_is_refused()
    {
        using var host = new TestHost(wire: builder => builder.AddPolicy<NoCompetitors>());
        await host.InviteAsync(new Invite("ana@example.com") { Phone = "+447911123456" });

        var result = await host.InviteAsync(
            new Invite("ceo@rival.example") { Phone = "+447911123456" }, new InviteOptions { WhenAlreadyInvited = WhenAlreadyInvited.MergeGrant });

        result.AssertRefused("competitor.refused", "email");
        Assert.Equal(1, (await host.ReadAsync()).OfEmail("ana@example.com").Version);
    }

    [Fact]
    public async Task A_validator_of_the_host_adds_its_codes_and_texts()
    {
        using var host = new TestHost(wire: builder => builder.AddValidator<JobTitleRequired>());

        var result = await host.InviteAsync(new Invite("nonsense"));

        Assert.Equal(["email.invalid", "job_title.required", "value.invalid"], result.Codes());
        Assert.Equal(("job_title", "Say what they do."), (result.Errors[1].Field, result.Errors[1].Message));
        Assert.Null(result.Errors[2].Field);
        (await host.InviteAsync(new Invite("ana@example.com") { JobTitle = "Nurse" })).AssertSucceeded();
    }

    [Fact]
    public async Task A_validator_s_warning_refuses_nobody()
    {
        using var host = new TestHost(wire: builder => builder.AddValidator<Warning>());

        (await host.InviteAsync(new Invite("ana@example.com"))).AssertSucceeded();
    }

    private static Invitation Sample() => new()
    {
        Id = new("01930000-0000-7000-8000-000000000001"),
        Tenant = "acme",
        Recipient = new() { Email = "ana@example.com" },
        Grant = Grant.Member,
        InvitedBy = "u-1",
        Status = InvitationStatus.Pending,
        SecretVersion = 1,
        SecretKeyId = 1,
        CreatedAt = FakeClock.Start,
    };

    private sealed class Silent : IInvitationPolicy
    {
        public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken) => default;
    }

    private sealed class FirstRowOnly : IInvitationPolicy
    {
        public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
        {
            context.Rows[0].Allow();
            return default;
        }
    }

    private sealed class NoCompetitors : RowPolicy
    {
        protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken) =>
            new(row.Draft.Recipient.Email?.EndsWith("@rival.example", StringComparison.Ordinal) is true
                ? new InvitationError("competitor.refused", "email") { Text = "Not them." }
                : null);
    }

    private sealed class Counting : IInvitationPolicy
    {
        public static readonly AsyncLocal<List<int>> Chunks = new();

        public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
        {
            Chunks.Value!.Add(context.Rows.Count);
            context.AllowAll();
            return default;
        }
    }

    private sealed class OnlyDotTest : RowPolicy, IDomainPolicy
    {
        protected override ValueTask<InvitationError?> JudgeAsync(PolicyContext context, PolicyRow row, CancellationToken cancellationToken) =>
            new(row.Draft.Recipient.Email?.EndsWith(".test", StringComparison.Ordinal) is true ? null : new InvitationError("domain.not_test", "email"));
    }

    private sealed class NoLifetime : IExpiryPolicy
    {
        public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
        {
            context.AllowAll();
            return default;
        }
    }

    private sealed class Broken : IInvitationPolicy
    {
        public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken) => throw new TimeoutException();
    }

    private sealed class JobTitleRequired : AbstractValidator<InviteDraft>
    {
        public JobTitleRequired()
        {
            RuleFor(draft => draft.Profile.JobTitle).NotEmpty().WithErrorCode("job_title.required").OverridePropertyName("job_title").WithMessage("Say what they do.");
            RuleFor(draft => draft).Custom((draft, context) =>
            {
                if (draft.Profile.JobTitle is null)
                    context.AddFailure(new FluentValidation.Results.ValidationFailure("", "Something is missing."));
            });
        }
    }

    private sealed class Warning : AbstractValidator<InviteDraft>
    {
        public Warning() => RuleFor(draft => draft.Profile.JobTitle).NotEmpty().WithSeverity(Severity.Warning);
    }
}
