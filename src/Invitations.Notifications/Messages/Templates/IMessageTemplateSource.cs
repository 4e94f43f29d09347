namespace Invitations;

/// <summary>Where templates of a host come from: a database, a file, code. Add one with <c>AddMessageTemplates&lt;T&gt;()</c>.</summary>
/// <remarks>
/// The sources are asked in the order in which they were added, then the folder and the list of <see cref="MessageOptions"/>, then the
/// built-in texts. Of each part of a message, the first answer counts. A template with a mistake is logged and passed over as a whole. The answers are kept for
/// <see cref="MessageOptions.CacheFor"/>. Let exceptions propagate: the message is tried again later.
/// </remarks>
public interface IMessageTemplateSource
{
    /// <summary>Finds templates.</summary>
    /// <param name="context">Tenant, channel, purpose and languages.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>The templates in any of the languages, and those without a language; at most one of each. Empty where there are none.</returns>
    ValueTask<IReadOnlyList<MessageTemplate>> FindAsync(MessageTemplateContext context, CancellationToken cancellationToken);
}
