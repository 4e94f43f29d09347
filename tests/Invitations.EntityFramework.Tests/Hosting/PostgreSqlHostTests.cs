using Invitations.EntityFramework.Tests.Fixtures;

namespace Invitations.EntityFramework.Tests.Hosting;

public sealed class PostgreSqlHandlerTests(PostgreSqlFixture fixture) : HandlerTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlHostTransactionTests(PostgreSqlFixture fixture) : HostTransactionTests(fixture), IClassFixture<PostgreSqlFixture>;

public sealed class PostgreSqlBatchTests(PostgreSqlFixture fixture) : BatchTests(fixture), IClassFixture<PostgreSqlFixture>;
