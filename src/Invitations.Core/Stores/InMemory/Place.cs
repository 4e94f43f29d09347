namespace Invitations.Stores.InMemory;

/// <summary>The place of a row in an order: by an instant, and by the id where instants are equal.</summary>
internal readonly record struct Place(DateTimeOffset At, Guid Id) : IComparable<Place>
{
    public int CompareTo(Place other)
    {
        var order = At.UtcTicks.CompareTo(other.At.UtcTicks);
        return order != 0 ? order : Id.CompareTo(other.Id);
    }
}
