namespace Invitations;

/// <summary>The seats of one kind.</summary>
/// <param name="Used">Those of people who are there: who accepted, and whom the host has told of.</param>
/// <param name="Reserved">Those that pending invitations hold, so that each of them can be accepted.</param>
/// <param name="Limit">The most of the plan, or null where there is none.</param>
public readonly record struct SeatCount(int Used, int Reserved, int? Limit)
{
    /// <summary>Used and reserved together.</summary>
    public int Taken => Used + Reserved;

    /// <summary>How many more can be taken, or null where there is no limit. Never below 0, also where the plan has become smaller.</summary>
    public int? Free => Limit is { } limit ? Math.Max(0, limit - Taken) : null;
}
