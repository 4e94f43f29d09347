namespace Invitations;

/// <summary>That one part refers to another one of the same file.</summary>
/// <param name="Id">The id by which the part names it.</param>
/// <param name="Type">The address of its type; transitional and strict workbooks differ in all but its last step.</param>
/// <param name="Target">The name of the other part.</param>
internal sealed record PartRelationship(string Id, string Type, string Target)
{
    public bool Is(string type) => Type.EndsWith("/" + type, StringComparison.Ordinal);
}
