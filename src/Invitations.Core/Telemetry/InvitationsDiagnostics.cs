namespace Invitations;

/// <summary>The names under which the library reports to OpenTelemetry. <c>docs/telemetry.md</c> lists what it reports.</summary>
public static class InvitationsDiagnostics
{
    /// <summary>The name of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string MeterName = "Invitations";

    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/>.</summary>
    public const string ActivitySourceName = "Invitations";
}
