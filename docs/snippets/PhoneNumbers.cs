using Invitations;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class PhoneNumbers
{
    public static void Register(IServiceCollection services)
    {
        #region phone-number-parser
        services.AddInvitations(o => o.BaseUrl = new Uri("https://app.example.com/join"))
            .UsePhoneNumberParser<ExtensionsOnly>();
        #endregion
    }
}

#region own-phone-number-parser
/// <summary>A telephone exchange of its own: three digits, nothing else.</summary>
public sealed class ExtensionsOnly : IPhoneNumberParser
{
    public PhoneNumberResult Parse(PhoneNumberContext context)
    {
        var text = context.Text.Trim();
        return text.Length == 3 && text.All(char.IsAsciiDigit)
            ? new(new PhoneNumber("+99910" + text) { CanReceiveSms = true })
            : new(PhoneNumberProblem.NotANumber);
    }
}
#endregion
