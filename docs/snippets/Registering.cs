using Invitations;

namespace Snippets;

/// <summary>Stands for whatever queues messages of a host.</summary>
public sealed class Mailbox
{
    private readonly List<(string Address, string Text)> _queued = [];

    public IReadOnlyList<(string Address, string Text)> Queued => _queued;

    public void Send(string address, string text) => _queued.Add((address, text));
}

public sealed class Registering(IRegistrations registrations, Mailbox mailbox)
{
    public static TenantSettings Settings()
    {
        #region registration-settings
        var settings = TenantSettings.Default with
        {
            Roles = ["member"],
            Registration = new()
            {
                SelfRegistration = SelfRegistration.Domains,
                Domains = ["example.com", "*.example.com"],
                Roles = ["member"],
            },
        };
        #endregion
        return settings;
    }

    public async Task<string> DecideAsync(string typed, TenantId tenant)
    {
        #region decide-registration
        var decision = await registrations.DecideAsync(typed, tenant);
        switch (decision.Way)
        {
            case RegistrationWay.ByInvitation:
                mailbox.Send(decision.Address!, "You are invited. Please use the link in your invitation.");
                break;
            case RegistrationWay.ByThemselves or RegistrationWay.Free:
                mailbox.Send(decision.Address!, "Please confirm that this is your address.");
                break;
            case RegistrationWay.SignIn:
                mailbox.Send(decision.Address!, "You have an account. Please sign in.");
                break;
            case RegistrationWay.Closed when decision.Address is not null:
                mailbox.Send(decision.Address, "Please ask somebody to invite you.");
                break;
        }

        return decision.PublicAnswer.Message;   // If you can register with this address, ...
        #endregion
    }

    public async Task RegisterAsync(TenantId tenant, string formId, string verified)
    {
        #region self-register
        var result = await registrations.RegisterAsync(tenant, Acceptor.SigningUp(formId, verifiedEmails: [verified]));
        if (result.Acceptance is { } joined)
            Console.WriteLine($"{joined.UserId} is a member of {joined.Tenant}.");   // user-1 is a member of acme.
        #endregion
    }
}
