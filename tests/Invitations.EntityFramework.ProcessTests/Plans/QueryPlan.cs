using System.Text.Json;

namespace Invitations.EntityFramework.ProcessTests.Plans;

/// <summary>How PostgreSQL ran a statement.</summary>
internal sealed class QueryPlan
{
    private readonly List<JsonElement> _nodes = [];

    private QueryPlan(JsonElement root)
    {
        Text = root.GetProperty("Query Text").GetString()!;
        Collect(root.GetProperty("Plan"));
    }

    /// <summary>The statement.</summary>
    public string Text { get; }

    /// <summary>The tables that were read from one end to the other.</summary>
    public IEnumerable<string> ScannedTables => _nodes.Where(node => TextOf(node, "Node Type").EndsWith("Seq Scan", StringComparison.Ordinal)).Select(node => TextOf(node, "Relation Name"));

    /// <summary>The most rows that one step of it looked at, those that it threw away included.</summary>
    public double MostRows => _nodes.Max(node => (Number(node, "Actual Rows") + Number(node, "Rows Removed by Filter") + Number(node, "Rows Removed by Index Recheck")) * Number(node, "Actual Loops"));

    /// <summary>Reads what auto_explain says.</summary>
    /// <returns>Null for any other notice.</returns>
    public static QueryPlan? Parse(string notice)
    {
        var start = notice.IndexOf('{', StringComparison.Ordinal);
        return start < 0 || !notice.StartsWith("duration:", StringComparison.Ordinal) ? null : new(JsonDocument.Parse(notice[start..]).RootElement);
    }

    /// <summary>The statement and its steps.</summary>
    public override string ToString() => $"{Text}\n{string.Join('\n', _nodes.Select(node => $"  {TextOf(node, "Node Type")} {TextOf(node, "Relation Name")} {TextOf(node, "Index Name")}"))}\n  {MostRows} rows";

    private void Collect(JsonElement node)
    {
        _nodes.Add(node);
        if (node.TryGetProperty("Plans", out var children))
        {
            foreach (var child in children.EnumerateArray())
                Collect(child);
        }
    }

    private static string TextOf(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static double Number(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetDouble() : 0;
}
