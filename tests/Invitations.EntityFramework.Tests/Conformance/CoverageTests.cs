using Invitations.Testing;

namespace Invitations.EntityFramework.Tests.Conformance;

public sealed class CoverageTests : ConformanceCoverageTests;
