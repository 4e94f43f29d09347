namespace Invitations;

/// <summary>What became of a report.</summary>
public enum ProviderReportOutcome
{
    /// <summary>It was recorded.</summary>
    Recorded,

    /// <summary>Nothing to record: the same or something weightier was reported before.</summary>
    Unchanged,

    /// <summary>No message of that id was sent over that channel, or not yet: answer the provider so that it asks once more, such as with 404.</summary>
    Unknown,
}
