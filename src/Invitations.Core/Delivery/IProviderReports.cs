namespace Invitations;

/// <summary>Takes what providers report about messages after they took them: arrived, opened, bounced, complained about.</summary>
/// <remarks>
/// Call it from the endpoint that the provider calls, after its signature was checked. Late, repeated and out of order reports are harmless, and so
/// are forged ones with ids that nobody knows.
/// </remarks>
public interface IProviderReports
{
    /// <summary>
    /// Records one report. A bounce makes the delivery <see cref="DeliveryStatus.Failed"/>, which <see cref="IFailedDeliveries"/> lists and
    /// <see cref="InvitationEventKind.DeliveryFailed"/> tells; where nothing else reaches the person, no reminder follows. A complaint suppresses the address.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ProviderReportOutcome> ReportAsync(ProviderReport report, CancellationToken cancellationToken = default);
}
