using System.Reflection;
using Invitations.Docs.Tests.Markdown;
using Invitations.Docs.Tests.Running;

namespace Invitations.Docs.Tests.Pages;

/// <summary>Holds the tables of <c>docs/policies.md</c> and <c>docs/host-seams.md</c> against what is registered.</summary>
public sealed class PolicyTableTests
{
    [Fact]
    public async Task The_policies_are_listed_in_the_order_in_which_they_are_asked()
    {
        await using var host = new ExampleHost();

        var asked = host.Get<IEnumerable<IInvitationPolicy>>().Select(policy => $"`{policy.GetType().GetGenericArguments()[0].Name}`");

        Assert.Equal(asked, Policies().Take(asked.Count()).Select(row => row[0]));
    }

    [Fact]
    public void Every_interface_of_a_policy_is_listed()
    {
        var listed = Policies().Select(row => row[0].Trim('`'));

        var named = typeof(IInvitationPolicy).Assembly.GetExportedTypes()
            .Where(type => type.IsInterface && (type.IsAssignableTo(typeof(IInvitationPolicy)) || type.Name is nameof(IReminderPolicy) or nameof(IBatchSizePolicy) or nameof(IQuotaPolicy) or nameof(IRecipientBindingPolicy) or nameof(IAcceptanceCheck)))
            .Select(type => type.Name)
            .Where(name => name != nameof(IInvitationPolicy));

        Assert.Equal(named.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_way_to_register_something_is_listed_among_the_seams()
    {
        var seams = string.Join('\n', Page.Open("docs/host-seams.md").Lines);
        var methods = typeof(Microsoft.Extensions.DependencyInjection.InvitationsBuilderExtensions)
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Select(method => method.Name);

        Assert.All(methods, method => Assert.Matches($"`{method}(<[A-Za-z, ]+>)?\\(\\)`", seams));
    }

    private static IReadOnlyList<string[]> Policies() => Page.Open("docs/policies.md").Rows("Built in");
}
