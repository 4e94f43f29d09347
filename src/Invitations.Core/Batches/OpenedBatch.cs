using Invitations.Stores;

namespace Invitations;

/// <summary>A batch as somebody sees it; null where they do not.</summary>
internal sealed record OpenedBatch(StoredBatch? Found, OperationContext Operation);
