namespace Invitations.Tests.Secrets;

public sealed class TokenCodecTests
{
    private static readonly Guid Id = KnownKeys.SomeId;

    private readonly SwappableKeyRingSource _keys = new(KnownKeys.Counting);
    private readonly TokenCodec _codec;

    public TokenCodecTests() => _codec = new TokenCodec(_keys);

    [Theory]
    [InlineData(TokenKind.Invitation, 0)]
    [InlineData(TokenKind.Invitation, 1)]
    [InlineData(TokenKind.Link, 7)]
    [InlineData(TokenKind.Link, int.MaxValue)]
    public void What_is_written_is_read(TokenKind kind, int version)
    {
        var token = _codec.Write(kind, Id, version);

        Assert.True(_codec.TryRead(token, kind, out var payload));
        Assert.Equal(new TokenPayload(kind, Id, version), payload);
    }

    [Fact]
    public void A_token_of_an_earlier_release_still_reads()
    {
        // Computed outside this library, from the layout alone.
        const string Known = "AQGUAFx2AYkKXayWd0u8zrMCCZqAVwAAAAMVwVJqhd6yFdoOx4T9Ghg7";

        Assert.Equal(Known, _codec.Write(TokenKind.Invitation, Id, 3));
        Assert.True(_codec.TryRead(Known, TokenKind.Invitation, out var payload));
        Assert.Equal(new TokenPayload(TokenKind.Invitation, Id, 3), payload);
    }

    [Fact]
    public void A_token_is_56_characters_that_need_no_escaping()
    {
        for (var version = 0; version < 200; version++)
            Assert.Matches("^[A-Za-z0-9_-]{56}$", _codec.Write(TokenKind.Invitation, Id, version));
    }

    [Theory]
    [InlineData(TokenKind.Invitation, TokenKind.Link)]
    [InlineData(TokenKind.Link, TokenKind.Invitation)]
    public void A_token_of_another_kind_is_refused(TokenKind written, TokenKind asked) =>
        Assert.False(_codec.TryRead(_codec.Write(written, Id, 1), asked, out _));

    [Fact]
    public void Version_id_and_kind_each_change_the_token()
    {
        string[] tokens =
        [
            _codec.Write(TokenKind.Invitation, Id, 1),
            _codec.Write(TokenKind.Invitation, Id, 2),
            _codec.Write(TokenKind.Link, Id, 1),
            _codec.Write(TokenKind.Invitation, new Guid("01890a5d-ac96-774b-bcce-b302099a8058"), 1),
        ];

        Assert.Equal(4, tokens.Select(token => token[^21..]).Distinct().Count());
    }

    [Fact]
    public void The_former_tokens_live_on_when_a_new_key_signs()
    {
        var former = _codec.Write(TokenKind.Invitation, Id, 1);

        _keys.SwapFor(KnownKeys.Other, KnownKeys.Counting);

        Assert.True(_codec.TryRead(former, TokenKind.Invitation, out _));
        var latter = _codec.Write(TokenKind.Invitation, Id, 1);
        Assert.NotEqual(former, latter);
        Assert.True(_codec.TryRead(latter, TokenKind.Invitation, out _));
    }

    [Fact]
    public void The_tokens_of_a_retired_key_are_refused_at_once()
    {
        var token = _codec.Write(TokenKind.Invitation, Id, 1);
        Assert.True(_codec.TryRead(token, TokenKind.Invitation, out _));

        _keys.SwapFor(KnownKeys.Other);

        Assert.False(_codec.TryRead(token, TokenKind.Invitation, out var payload));
        Assert.Equal(default, payload);
    }

    [Fact]
    public void A_retried_delivery_carries_the_same_token_while_its_key_lives()
    {
        var first = _codec.Write(TokenKind.Invitation, Id, 1);

        _keys.SwapFor(KnownKeys.Other, KnownKeys.Counting);

        Assert.Equal(first, _codec.Write(TokenKind.Invitation, Id, 1, KnownKeys.Counting.Id));
    }

    [Fact]
    public void A_retried_delivery_gets_a_working_token_when_its_key_is_retired()
    {
        _keys.SwapFor(KnownKeys.Other);

        var token = _codec.Write(TokenKind.Invitation, Id, 1, KnownKeys.Counting.Id);

        Assert.Equal(_codec.Write(TokenKind.Invitation, Id, 1), token);
        Assert.True(_codec.TryRead(token, TokenKind.Invitation, out _));
    }

    [Fact]
    public void The_key_of_a_stranger_makes_no_token_even_under_the_id_of_ours()
    {
        var strangers = new TokenCodec(new SwappableKeyRingSource(KnownKeys.Other)).Write(TokenKind.Invitation, Id, 1);
        var ours = _codec.Write(TokenKind.Invitation, Id, 1);

        Assert.False(_codec.TryRead(strangers, TokenKind.Invitation, out _));
        Assert.False(_codec.TryRead(ours[..8] + strangers[8..], TokenKind.Invitation, out _));
    }

    [Fact]
    public void What_no_row_can_have_is_not_written()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _codec.Write(default, Id, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _codec.Write(TokenKind.Invitation, Id, -1));
        Assert.Throws<ArgumentException>(() => _codec.Write(TokenKind.Invitation, Guid.Empty, 1));
    }

    [Fact]
    public void Reading_allocates_nothing()
    {
        var genuine = _codec.Write(TokenKind.Invitation, Id, 1);
        var forged = (genuine[0] == 'A' ? 'B' : 'A') + genuine[1..];
        var mangled = genuine[..^1] + (genuine[^1] == 'A' ? 'B' : 'A');

        // The runtime recompiles hot code now and then and allocates for it on the thread that asked; reading itself would allocate every time.
        var (least, read) = (long.MaxValue, 0);
        for (var round = 0; round < 10; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            read += ReadAll(1_000);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(10_000, read);
        Assert.Equal(0, least);

        int ReadAll(int times)
        {
            var genuineOnes = 0;
            for (var i = 0; i < times; i++)
            {
                genuineOnes += _codec.TryRead(genuine, TokenKind.Invitation, out _) ? 1 : 0;
                genuineOnes += _codec.TryRead(forged, TokenKind.Invitation, out _) ? 1 : 0;
                genuineOnes += _codec.TryRead(mangled, TokenKind.Invitation, out _) ? 1 : 0;
            }

            return genuineOnes;
        }
    }
}
