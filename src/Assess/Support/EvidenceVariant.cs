namespace FinInvest.Graph.Assess.Support;

/// <summary>The evidence with something taken away (or nothing): what S_lo is then, and which items are gone.</summary>
internal sealed record EvidenceVariant(IReadOnlySet<string> Gone, EvidenceRoles Roles, SupportValue Low)
{
    public static EvidenceVariant Without(LinkModel model, SupportCalculator calculator, Func<ReliedItem, bool> taken)
    {
        var roles = EvidenceRoles.Without(model.Items, taken);
        return new EvidenceVariant(model.Items.Where(taken).Select(i => i.Id).ToHashSet(StringComparer.Ordinal), roles, calculator.Low(roles));
    }
}
