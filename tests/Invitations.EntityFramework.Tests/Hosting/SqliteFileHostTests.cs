using Invitations.EntityFramework.Tests.Fixtures;

namespace Invitations.EntityFramework.Tests.Hosting;

public sealed class SqliteFileHandlerTests(SqliteFileFixture fixture) : HandlerTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileHostTransactionTests(SqliteFileFixture fixture) : HostTransactionTests(fixture), IClassFixture<SqliteFileFixture>;

public sealed class SqliteFileBatchTests(SqliteFileFixture fixture) : BatchTests(fixture), IClassFixture<SqliteFileFixture>;
