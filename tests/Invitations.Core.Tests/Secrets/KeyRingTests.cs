namespace Invitations.Tests.Secrets;

public sealed class KeyRingTests
{
    [Fact]
    public void The_first_key_signs()
    {
        var (first, second) = (KnownKeys.Counting, KnownKeys.Other);

        var ring = new KeyRing(first, second);

        Assert.Same(first, ring.Signing);
        Assert.Equal([first, second], ring.Keys);
        Assert.Same(second, ring.Find(second.Id));
        Assert.Null(ring.Find(12345));
    }

    [Fact]
    public void A_ring_without_a_key_says_how_to_make_one()
    {
        var error = Assert.Throws<ArgumentException>(() => new KeyRing([]));

        Assert.Equal(
            "INV001: no key is configured. Add a key of 32 random bytes: " +
            "services.AddInvitations(o => o.Keys.Add(configuration[\"Invitations:Key\"]!)). " +
            "Make one with 'openssl rand -base64 32' or InvitationKey.Generate(). For demos and tests call UseEphemeralKeys().",
            error.Message);
    }

    [Fact]
    public void The_same_key_twice_is_refused_by_its_id()
    {
        var error = Assert.Throws<ArgumentException>(() => new KeyRing(KnownKeys.Counting, KnownKeys.Other, KnownKeys.Counting));

        Assert.StartsWith("INV003: the key 94005c76 is configured twice.", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(KnownKeys.CountingText, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ring_does_not_change_with_the_list_it_was_made_from()
    {
        List<InvitationKey> keys = [KnownKeys.Counting];
        var ring = new KeyRing(keys);

        keys.Insert(0, KnownKeys.Other);

        Assert.Equal(KnownKeys.Counting.Id, ring.Signing.Id);
        Assert.Single(ring.Keys);
        Assert.Throws<NotSupportedException>(() => ((IList<InvitationKey>)ring.Keys).Add(KnownKeys.Other));
        Assert.Throws<NotSupportedException>(() => ((IList<InvitationKey>)ring.Keys)[0] = KnownKeys.Other);
    }

    [Fact]
    public void Nulls_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new KeyRing((IEnumerable<InvitationKey>)null!));
        Assert.Throws<ArgumentNullException>(() => new KeyRing(KnownKeys.Counting, null!));
    }

    [Fact]
    public void An_ephemeral_source_keeps_one_random_key()
    {
        var source = new EphemeralKeyRingSource();

        Assert.Same(source.Current, source.Current);
        Assert.Single(source.Current.Keys);
        Assert.NotEqual(source.Current.Signing.Id, new EphemeralKeyRingSource().Current.Signing.Id);
    }
}
