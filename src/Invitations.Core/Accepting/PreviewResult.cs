namespace Invitations;

/// <summary>The preview of an invitation, or why there is none.</summary>
public sealed class PreviewResult : RedemptionResult
{
    internal PreviewResult(InvitationPreview preview) => Preview = preview;

    internal PreviewResult(InvitationError error)
        : base([error])
    {
    }

    /// <summary>The preview, or null.</summary>
    public InvitationPreview? Preview { get; }
}
