using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class Organisation
{
    public static TenantSettings Settings()
    {
        #region dynamic-groups
        var settings = TenantSettings.Default with
        {
            Groups = [new("sales", "Sales team"), new("starters", "New starters")],
            DynamicGroups =
            [
                new() { Group = "sales", Conditions = [new() { Field = "department", IsOneOf = ["Sales", "Field sales"] }] },
                new() { Group = "starters", Conditions = [new() { Field = "start_date", From = new(2026, 1, 1) }] },
            ],
        };
        #endregion
        return settings;
    }

    public static void Register(IServiceCollection services)
    {
        #region register-line-managers
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .UseLineManagers<MemberManagers>();
        #endregion
    }
}

#region line-managers
public sealed class MemberManagers(Members members) : ILineManagerDirectory
{
    public ValueTask<IReadOnlyCollection<LineManagerMatch>> FindAsync(LineManagerQuery query, CancellationToken cancellationToken) =>
        new([.. members.All
            .Where(member => query.Texts.Contains(member.Email))
            .Select(member => new LineManagerMatch(member.Email, member.UserId))]);
}
#endregion
