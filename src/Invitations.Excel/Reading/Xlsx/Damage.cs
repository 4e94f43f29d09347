using System.Text;
using System.Xml;

namespace Invitations;

/// <summary>Says of what the readers of zip and XML throw at damaged files that the file is unreadable.</summary>
internal static class Damage
{
    public static T Refuse<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw FileRefusal.Unreadable(exception);
        }
    }

    public static IEnumerable<SpreadsheetRow> Refuse(IEnumerable<SpreadsheetRow> rows)
    {
        using var source = Refuse(rows.GetEnumerator);
        while (Refuse(source.MoveNext))
            yield return source.Current;
    }

    // A part with a method of compression that nobody knows is an InvalidDataException, too. Other IOExceptions are those of the host's stream.
    private static bool IsDamage(Exception exception) => exception is
        InvalidDataException or XmlException or EndOfStreamException or DecoderFallbackException or NotSupportedException
        or ArgumentException or FormatException or OverflowException;
}
