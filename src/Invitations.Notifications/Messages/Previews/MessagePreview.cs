namespace Invitations;

/// <summary>A message as it would be sent, with a link that opens nothing.</summary>
/// <param name="Message">The message. Show <see cref="Message.Html"/> in a sandboxed frame: templates are text of whoever wrote them.</param>
/// <param name="Problems">What is wrong with templates that were passed over, and with the branding; empty where nothing is.</param>
/// <param name="Segments">How many segments a text message has, with a link as long as a real one; null for other channels.</param>
public sealed record MessagePreview(Message Message, IReadOnlyList<MessageTemplateProblem> Problems, SmsSegments? Segments);
