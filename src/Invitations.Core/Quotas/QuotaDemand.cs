namespace Invitations;

/// <summary>A message that is about to be sent.</summary>
/// <param name="Recipient">To whom.</param>
/// <param name="Opens">Whether an invitation is open by it that was not before.</param>
internal readonly record struct QuotaDemand(Recipient Recipient, bool Opens);
