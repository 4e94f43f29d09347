namespace Invitations.Notifications.Tests.Messages.Fixture;

/// <summary>A second source, asked after the first.</summary>
internal sealed class OtherShelf : Shelf;
