using System.Diagnostics;

namespace Invitations;

/// <summary>A code that is read out or printed for people without e-mail, such as <c>4F7QX-2M9TA-K</c>.</summary>
/// <remarks>
/// Crockford base32 symbols of five random bits each, and a check symbol. It is a secret: only <see cref="Reveal"/> shows it, and it
/// is a method so that no serialiser, logger or debugger shows it by itself.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
internal readonly record struct AccessCode
{
    /// <summary>The fewest symbols, without the check symbol: 10, which are 50 bits.</summary>
    public const int MinimumLength = 10;

    /// <summary>The most symbols, without the check symbol: 26, which are 130 bits.</summary>
    public const int MaximumLength = 26;

    /// <summary>The symbols of a code where nothing else is said, without the check symbol: 10.</summary>
    public const int DefaultLength = MinimumLength;

    /// <summary>The fewest symbols of a code that is looked up without a tenant: 13, which are 65 bits.</summary>
    /// <remarks>NIST SP 800-63B asks for throttling below 64 bits; a code that opens something in any tenant has to be above.</remarks>
    public const int MinimumLengthAcrossTenants = 13;

    private const int GroupLength = 5;

    private readonly string? _symbols;

    internal AccessCode(string symbols) => _symbols = symbols;

    /// <summary>The number of symbols without the check symbol; 0 where the code was never set.</summary>
    public int Length => _symbols?.Length ?? 0;

    /// <summary>The data symbols, in upper case and ungrouped. As secret as the code.</summary>
    internal string Symbols =>
        _symbols ?? throw new InvalidOperationException("The access code was never set. Was the answer of reading it looked at?");

    /// <summary>Shows the code in groups of five, as people read and type it: <c>XXXXX-XXXXX-X</c>.</summary>
    /// <returns>The symbols and the check symbol. Never log it.</returns>
    /// <exception cref="InvalidOperationException">The code is <c>default</c>: it was never given a value.</exception>
    public string Reveal()
    {
        var symbols = Symbols + CodeCheck.For(Symbols);
        return string.Join('-', symbols.Chunk(GroupLength).Select(group => new string(group)));
    }

    /// <summary>A fixed text, never the code.</summary>
    public override string ToString() => "(access code)";
}
