namespace Invitations;

/// <summary>A copy of an upload in memory, in small segments, so that it is never copied while it grows and leaves no temporary file.</summary>
internal sealed class SpooledFile : Stream
{
    private const int SegmentLength = 64 * 1024;

    private readonly List<byte[]> _segments = [];
    private long _length;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => _position = value < 0 ? throw new ArgumentOutOfRangeException(nameof(value)) : value;
    }

    /// <summary>Copies a stream to its end.</summary>
    /// <exception cref="SpreadsheetRefusedException">It has more bytes than the limit; the rest was not read.</exception>
    public static async Task<SpooledFile> CopyAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        var copy = new SpooledFile();
        while (true)
        {
            var segment = new byte[SegmentLength];
            var read = await source.ReadAtLeastAsync(segment, SegmentLength, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            copy._segments.Add(segment);
            copy._length += read;
            if (copy._length > limit)
                throw FileRefusal.TooLarge(FileRefusal.FileBytes, limit);
            if (read < SegmentLength)
                return copy;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        var read = 0;
        while (read < buffer.Length && _position < _length)
        {
            var offset = (int)(_position % SegmentLength);
            var take = (int)Math.Min(Math.Min(buffer.Length - read, SegmentLength - offset), _length - _position);
            _segments[(int)(_position / SegmentLength)].AsSpan(offset, take).CopyTo(buffer[read..]);
            read += take;
            _position += take;
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _position + offset,
        _ => _length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
