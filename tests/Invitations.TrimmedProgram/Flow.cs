using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Invitations.TrimmedProgram;

/// <summary>What a host does, from the wiring to the accepted invitation, with the refusals on the way.</summary>
internal static class Flow
{
    private static readonly TenantId Tenant = new("acme");
    private static readonly Inviter Admin = Inviter.OrganizationAdmin("admin-1", "Ada");

    public static async Task RunAsync(Expectations expect, CancellationToken cancellationToken)
    {
        await using var provider = Services().BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await using var scope = provider.CreateAsyncScope();
        var ana = await InviteAsync(expect, scope.ServiceProvider, cancellationToken);
        await RefuseAsync(expect, scope.ServiceProvider, cancellationToken);
        await AcceptAsync(expect, scope.ServiceProvider, ana, cancellationToken);
        await ListAsync(expect, scope.ServiceProvider, cancellationToken);
    }

    private static ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider, FixedTime>();
        services
            .AddInvitations(options =>
            {
                options.BaseUrl = new Uri("https://app.example.com/join");
                options.Defaults = new TenantSettings
                {
                    Roles = ["editor"],
                    Languages = ["de", "en"],
                    PhoneRegion = "DE",
                    AccessCodes = AccessCodeIssue.Everybody,
                    Fields = [new() { Key = "shift", Label = "Schicht", Choices = ["day", "night"] }],
                };
            })
            .UseEphemeralKeys()
            .AddValidator<JobTitleRule>()
            .AddAcceptanceHandler<CreateMember>();
        return services;
    }

    private static async Task<Guid> InviteAsync(Expectations expect, IServiceProvider services, CancellationToken cancellationToken)
    {
        var invitations = services.GetRequiredService<IInvitationService>();
        var options = new InviteOptions { Roles = ["editor"], Language = "de-AT", IdempotencyKey = "night-shift" };
        Invite[] list =
        [
            new("Ana@BÜCHER.example") { FirstName = "Ana", Phone = "0151 23456789", Fields = new Dictionary<string, string> { ["shift"] = "night" } },
            .. PastedList.Parse("Ben <ben@example.com>; cem@example.com").ToInvites(),
        ];

        var result = await invitations.InviteManyAsync(Tenant, list, Admin, options, cancellationToken);
        expect.Same("invited", 3, result.Count(InviteOutcome.Invited));
        expect.Same("address", "ana@xn--bcher-kva.example", result.Rows[0].Recipient?.Email);
        expect.Same("phone", "+4915123456789", result.Rows[0].Recipient?.Phone);

        var again = await invitations.InviteManyAsync(Tenant, list, Admin, options, cancellationToken);
        expect.Same("replayed id", result.Rows[0].InvitationId, again.Rows[0].InvitationId);
        return result.Rows[0].InvitationId!.Value;
    }

    private static async Task RefuseAsync(Expectations expect, IServiceProvider services, CancellationToken cancellationToken)
    {
        var invitations = services.GetRequiredService<IInvitationService>();
        var result = await invitations.InviteManyAsync(
            Tenant,
            [
                new("not an address") { Roles = ["owner"] },
                new("ben@example.com"),
                new("dora@example.com") { JobTitle = "Geschäftsführerin" },
                new("emil@example.com") { Fields = new Dictionary<string, string> { ["shift"] = "noon" } },
            ],
            Admin,
            cancellationToken: cancellationToken);

        expect.Same("refused", 4, result.Count(InviteOutcome.Refused));
        Message(expect, result.Rows[0], 0, "email.invalid", "Diese E-Mail-Adresse ist nicht gültig.");
        Message(expect, result.Rows[0], 1, "role.unknown", "Eine Rolle „owner“ gibt es hier nicht.");
        Message(expect, result.Rows[1], 0, "invitation.already_pending", "Diese Person hat bereits eine offene Einladung vom 09.03.2026");
        Message(expect, result.Rows[2], 0, "MaximumLengthValidator", "Die Länge von 'Position' muss kleiner oder gleich 10 sein.");
        Message(expect, result.Rows[3], 0, "value.not_choice");
    }

    private static async Task AcceptAsync(Expectations expect, IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var acceptance = services.GetRequiredService<IInvitationAcceptance>();
        var shown = await services.GetRequiredService<IInvitationAdministration>().ShowSecretAsync(Tenant, id, Admin, cancellationToken);
        var secrets = shown.Secrets!;
        expect.Holds("link", secrets.Link.AbsoluteUri.StartsWith("https://app.example.com/join", StringComparison.Ordinal));

        var preview = await acceptance.PreviewAsync(secrets.Token, cancellationToken);
        expect.Same("preview", "Ada", preview.Preview?.InviterName);
        var byCode = await acceptance.PreviewAsync(InvitationSecret.FromCode(Tenant, secrets.Code, "203.0.113.7"), cancellationToken);
        expect.Same("preview by code", "Ana", byCode.Preview?.FirstName);

        var forged = await acceptance.AcceptAsync(secrets.Token[..^2] + "AA", Acceptor.User("u-1"), null, cancellationToken);
        Message(expect, forged.Errors[0], "token.invalid", "Dieser Link ist nicht vollständig");
        var stranger = await acceptance.AcceptAsync(secrets.Token, Acceptor.User("u-2", ["eve@example.com"]), null, cancellationToken);
        Message(expect, stranger.Errors[0], "recipient.mismatch");

        var acceptor = Acceptor.User("u-1", ["Ana@bücher.example"]);
        var accepted = await acceptance.AcceptAsync(secrets.Token, acceptor, new Profile { LastName = "Núñez" }, cancellationToken);
        expect.Same("accepted by", "u-1", accepted.Acceptance?.UserId);
        expect.Same("role", "editor", string.Join(',', accepted.Acceptance?.Grant.Roles ?? []));
        var repeated = await acceptance.AcceptAsync(secrets.Token, acceptor, null, cancellationToken);
        expect.Same("repeat", true, repeated.Acceptance?.IsRepeat);
        var second = await acceptance.AcceptAsync(secrets.Token, Acceptor.User("u-3", ["Ana@bücher.example"]), null, cancellationToken);
        Message(expect, second.Errors[0], "invitation.already_accepted");
    }

    private static async Task ListAsync(Expectations expect, IServiceProvider services, CancellationToken cancellationToken)
    {
        var queries = services.GetRequiredService<IInvitationQueries>();
        var request = new InvitationListRequest { Filter = new() { Statuses = [InvitationStatus.Pending] }, PageSize = 1 };
        var first = await queries.ListAsync(Tenant, Admin, request, cancellationToken);
        var next = await queries.ListAsync(Tenant, Admin, request with { Cursor = first.NextCursor }, cancellationToken);

        expect.Same("first page", 1, first.Items.Count);
        expect.Same("second page", 1, next.Items.Count);
        expect.Holds("pages differ", first.Items[0].Id != next.Items[0].Id);
        expect.Same("end", null, next.NextCursor);
    }

    private static void Message(Expectations expect, InviteResult row, int index, string code, string start = "") =>
        Message(expect, row.Errors[index], code, start);

    private static void Message(Expectations expect, InvitationError error, string code, string start = "")
    {
        expect.Same("code", code, error.Code);
        expect.Same($"text of {code}", start, error.Message[..Math.Min(start.Length, error.Message.Length)]);
        expect.Holds($"{code} in German", error.Text is not null || error.Message != error.GetMessage(CultureInfo.GetCultureInfo("en")));
    }
}
