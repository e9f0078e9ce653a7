namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// Names the elements of a hop by the one table of definitions H4: a crime credit needs act and proceeds; a transfer the transfer and the
/// holder of the sending account; a purchase the purchase link, the holder of the paying account, the holder and the value of the asset.
/// </summary>
internal sealed class ElementNames(Ledger ledger, Register register)
{
    private readonly Dictionary<string, string> actOfClaim = register.Owners.Claims.DistinctBy(c => c.Label).ToDictionary(c => c.Label, c => c.Act, StringComparer.Ordinal);
    private readonly ILookup<int, string> proceedsFacts = register.Claims.ToLookup(c => c.Movement, c => FactNames.OfProceeds(c.ProceedsId));
    private readonly ILookup<int, string> costLines = register.Acquisitions.SelectMany(a => a.Lines).ToLookup(l => l.Movement, l => FactNames.OfCostLine(l.CostLineId));

    public IReadOnlyList<FlowElement> Of(FlowHop hop)
    {
        switch (hop.Kind)
        {
            case "proceeds":
                return [Plain("act", actOfClaim.TryGetValue(hop.Claim, out var act) ? act : hop.Claim), Row("proceeds", hop.Movement, proceedsFacts[hop.Movement])];
            case "transfer":
                return [Row("transfer", hop.Movement, []), .. Holder(hop.Movement)];
            case "purchase":
                var mark = hop.Target.IndexOf('#', StringComparison.Ordinal);
                var asset = mark < 0 ? hop.Target : hop.Target[..mark];
                return [Row("link", hop.Movement, costLines[hop.Movement]), .. Holder(hop.Movement), Plain("holderx", asset), Plain("value", asset)];
            default:
                throw new InvalidOperationException($"A hop of kind '{hop.Kind}' has no elements in definitions H4.");
        }
    }

    private IEnumerable<FlowElement> Holder(int movement) =>
        movement >= 0 && ledger.Debited[movement] is var payer && payer != LedgerAccount.Outside ? [Plain("holder", ledger.Accounts[payer].Id)] : [];

    private static FlowElement Plain(string kind, string subject) => new($"{kind}:{subject}", [$"{kind}:{subject}", $"{kind}:*", "*"], -1);

    /// <summary>An element that rows prove: each row on either side, its statement and its document speak to it.</summary>
    private FlowElement Row(string kind, int movement, IEnumerable<string> facts)
    {
        var names = new List<string>();
        var rows = movement < 0 ? [] : ledger.RowsOf(movement);
        foreach (var row in rows)
        {
            names.AddRange([$"{kind}:{row.Alias}", $"{kind}:{row}", $"statement:{row.Statement}", FactNames.OfDocument(row.Document)]);
        }

        names.AddRange(facts);
        names.AddRange([$"{kind}:*", "statement:*", "*"]);
        return new FlowElement(rows.Length > 0 ? $"{kind}:{rows[0].Alias}" : $"{kind}:movement {movement}", [.. names.Distinct(StringComparer.Ordinal)], movement);
    }
}
