namespace Invitations;

internal sealed class ProductPolicy : IProductPolicy
{
    public ValueTask EvaluateAsync(PolicyContext context, CancellationToken cancellationToken)
    {
        foreach (var row in context.Rows)
        {
            row.Allow();

            // What grants a product that was disabled since can still be taken back.
            if (context.Operation.IsTakingBack())
                continue;
            foreach (var product in row.Draft.Grant.Products)
            {
                if (!context.Products.Contains(product))
                    row.Refuse(Refusals.Of(InvitationErrorCodes.ProductNotEnabled, FieldNames.Products, "product", product));
            }
        }

        return ValueTask.CompletedTask;
    }
}
