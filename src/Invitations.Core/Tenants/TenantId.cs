using System.Diagnostics.CodeAnalysis;

namespace Invitations;

/// <summary>The tenant (organisation, workspace, account) of the host that something belongs to.</summary>
/// <remarks>
/// Opaque and compared ordinally: <c>acme</c> and <c>Acme</c> are two tenants. 1 to 100 characters without control characters.
/// Converts from <see cref="string"/>, so that <c>InviteAsync("acme", …)</c> reads as expected.
/// </remarks>
public readonly record struct TenantId
{
    /// <summary>The longest tenant id, in characters.</summary>
    public const int MaxLength = 100;

    private readonly string? _value;

    /// <summary>Creates the id.</summary>
    /// <param name="value">1 to 100 characters, none of them a control character.</param>
    /// <exception cref="ArgumentException"><paramref name="value"/> is empty, too long or has control characters.</exception>
    public TenantId(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (value.Length > MaxLength || value.Any(char.IsControl))
            throw new ArgumentException($"A tenant id has 1 to {MaxLength} characters and no control characters.", nameof(value));
        _value = value;
    }

    /// <summary>The text of the id.</summary>
    /// <exception cref="InvalidOperationException">The id is <c>default</c>: it was never given a value.</exception>
    public string Value => _value ?? throw new InvalidOperationException("INV008: the tenant id was never set. Pass the tenant of the signed-in user.");

    /// <summary>Creates an id from its text.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
    public static implicit operator TenantId(string value) => new(value);

    /// <summary>The text of the id, or an empty text where it was never set.</summary>
    public override string ToString() => _value ?? "";
}
