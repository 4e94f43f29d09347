using System.IO.Compression;

namespace Invitations;

/// <summary>Unpacks one part, counts what really comes out, and compares length and checksum at its end, which the runtime does not.</summary>
internal sealed class CheckedPart(ZipArchiveEntry entry, ReadingBudget? budget) : Stream
{
    private readonly Stream _unpacked = entry.Open();
    private readonly Crc32 _checksum = new();
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = _unpacked.Read(buffer);

        // Who has read the part before has checked it.
        if (budget is null)
            return read;
        if (read == 0 && buffer.Length > 0)
        {
            if (_read != entry.Length || _checksum.Value != entry.Crc32)
                throw new InvalidDataException("The part is not what the archive says it is.");
            return 0;
        }

        budget.Unpacked(read);
        _checksum.Append(buffer[..read]);
        _read += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _unpacked.Dispose();
        base.Dispose(disposing);
    }
}
