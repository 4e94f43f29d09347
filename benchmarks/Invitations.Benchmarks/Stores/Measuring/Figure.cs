namespace Invitations.Benchmarks.Stores.Measuring;

/// <summary>A line of the report.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Unit">The unit of both values.</param>
/// <param name="Ours">Our value.</param>
/// <param name="Against">What it is compared with.</param>
/// <param name="Theirs">The value of that; null where it could not be had.</param>
/// <param name="Target">What the ratio has to reach; null where the line is for information.</param>
internal sealed record Figure(string What, string Unit, double Ours, string Against, double? Theirs, Target? Target = null)
{
    public double? Ratio => Theirs is { } theirs ? Ours / theirs : null;

    public string Verdict => (Target, Ratio) switch
    {
        (null, _) => "",
        (_, null) => "not run",
        var (target, ratio) => target.IsMet(ratio.Value) ? "pass" : "**fail**",
    };
}
