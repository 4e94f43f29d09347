namespace Invitations;

/// <summary>Why an address is not invited.</summary>
public enum SuppressionReason
{
    /// <summary>The person asked an administrator or the host not to be invited.</summary>
    Requested,

    /// <summary>The person declined an invitation and asked not to be invited again.</summary>
    Declined,

    /// <summary>The person reported a message as unwanted, and the provider passed that on.</summary>
    Complaint,
}
