using Invitations.EntityFramework.Tests.Fixtures;

namespace Invitations.EntityFramework.Tests.Hosting;

public sealed class PortablePostgreSqlHandlerTests(PortablePostgreSqlFixture fixture) : HandlerTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlHostTransactionTests(PortablePostgreSqlFixture fixture) : HostTransactionTests(fixture), IClassFixture<PortablePostgreSqlFixture>;

public sealed class PortablePostgreSqlBatchTests(PortablePostgreSqlFixture fixture) : BatchTests(fixture), IClassFixture<PortablePostgreSqlFixture>;
