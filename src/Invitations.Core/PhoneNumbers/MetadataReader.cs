using System.Text;

namespace Invitations;

/// <summary>Reads the numbers and texts of the embedded table.</summary>
internal ref struct MetadataReader(ReadOnlyMemory<byte> table)
{
    private readonly ReadOnlySpan<byte> _bytes = table.Span;

    public int Position { get; set; }

    public int ReadNumber()
    {
        var (value, shift) = (0, 0);
        byte next;
        do
        {
            next = _bytes[Position++];
            value |= (next & 0x7f) << shift;
            shift += 7;
        }
        while (next > 0x7f);
        return value;
    }

    public ReadOnlyMemory<byte> ReadBytes()
    {
        var length = ReadNumber();
        Position += length;
        return table.Slice(Position - length, length);
    }

    public string ReadText() => Encoding.ASCII.GetString(ReadBytes().Span);
}
