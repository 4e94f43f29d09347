namespace Invitations.Tests.Secrets;

/// <summary>Keys that are the same in every run, so that nothing here depends on luck.</summary>
internal static class KnownKeys
{
    /// <summary>The bytes 0 to 31.</summary>
    public const string CountingText = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    public static readonly Guid SomeId = new("01890a5d-ac96-774b-bcce-b302099a8057");

    public static InvitationKey Counting => InvitationKey.Parse(CountingText);

    public static InvitationKey Other => new([.. Enumerable.Range(100, 40).Select(i => (byte)i)]);
}
