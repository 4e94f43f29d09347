using Invitations.Stores;

namespace Invitations.Tests.Seats;

public sealed class SeatCoverageTests
{
    private static readonly Type[] Accounts = [typeof(SeatAccounting), typeof(ChunkCapacity), typeof(ReissueCapacity)];

    // The first hands its parts on to those that write, the second moves an expiry, the third a reminder.
    private static readonly Type[] WithoutSeats = [typeof(BulkAdministration), typeof(ExtensionChange), typeof(ProviderReports)];

    [Fact]
    public void Whoever_writes_invitations_in_a_transaction_accounts_for_their_seats()
    {
        var writers = typeof(SeatAccounting).Assembly.GetTypes()
            .Select(type => (Type: type, Needs: type.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType).ToList()))
            .Where(writer => writer.Needs.Contains(typeof(IStoreTransaction)) && writer.Needs.Contains(typeof(IInvitationStore)))
            .ExceptBy(WithoutSeats, writer => writer.Type)
            .ToList();

        Assert.NotEmpty(writers);
        Assert.All(writers, writer => Assert.True(
            writer.Needs.Intersect(Accounts).Any(), $"{writer.Type.Name} writes invitations, and says nothing to {nameof(SeatAccounting)}."));
    }
}
