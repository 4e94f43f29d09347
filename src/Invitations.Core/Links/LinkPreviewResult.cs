namespace Invitations;

/// <summary>The preview of a link, or why there is none.</summary>
public sealed class LinkPreviewResult : RedemptionResult
{
    internal LinkPreviewResult(LinkPreview preview) => Preview = preview;

    internal LinkPreviewResult(InvitationError error)
        : base([error])
    {
    }

    /// <summary>The preview, or null.</summary>
    public LinkPreview? Preview { get; }
}
