namespace FinInvest.Graph.Assess.Support;

/// <summary>
/// Names the elements of a hop by the one table of definitions H4: a crime credit needs act and proceeds; a transfer the transfer and the
/// holder of the sending account; a conversion both its legs and that holder; a purchase the purchase link, the holder of the paying account, the
/// holder and the value of the asset. A transfer is proved by either bank's report, the proceeds by the report of the account that received them,
/// the purchase link by the report of the account that paid.
/// </summary>
internal sealed class ElementNames(Ledger ledger, Register register, CaseFacts facts)
{
    private readonly Dictionary<string, string> actOfClaim = register.Owners.Claims.DistinctBy(c => c.Label).ToDictionary(c => c.Label, c => c.Act, StringComparer.Ordinal);
    private readonly ILookup<int, string> proceedsFacts = register.Claims.ToLookup(c => c.Movement, c => FactNames.OfProceeds(c.ProceedsId));
    private readonly ILookup<int, string> costLines = register.Acquisitions.SelectMany(a => a.Lines).ToLookup(l => l.Movement, l => FactNames.OfCostLine(l.CostLineId));
    private readonly Lazy<ILookup<string, string>> accountsOfStatement = new(() => facts.All<Statement>().ToLookup(s => s.Id, s => s.Account, StringComparer.Ordinal));

    public IReadOnlyList<FlowElement> Of(FlowHop hop)
    {
        var movement = hop.Movement;
        switch (hop.Kind)
        {
            case "proceeds":
                return [Plain("act", actOfClaim.TryGetValue(hop.Claim, out var act) ? act : hop.Claim),
                    Proved("proceeds", movement, Else(ReportedBy(movement, ledger.Credited), All(movement)), proceedsFacts[movement])];
            case "transfer" when ledger.Flags[movement].HasFlag(MovementFlags.Exchange):
                return [Proved("transfer", movement, ReportedBy(movement, ledger.Debited), [], "sent"), Proved("transfer", movement, ReportedBy(movement, ledger.Credited), [], "received"),
                    .. Holder(movement)];
            case "transfer":
                return [Proved("transfer", movement, All(movement), []), .. Holder(movement)];
            case "purchase":
                var mark = hop.Target.IndexOf('#', StringComparison.Ordinal);
                var asset = mark < 0 ? hop.Target : hop.Target[..mark];
                return [Proved("link", movement, Else(ReportedBy(movement, ledger.Debited), All(movement)), costLines[movement]), .. Holder(movement),
                    Plain("holderx", asset), Plain("value", asset)];
            default:
                throw new InvalidOperationException($"A hop of kind '{hop.Kind}' has no elements in definitions H4.");
        }
    }

    private IEnumerable<FlowElement> Holder(int movement) =>
        ledger.Debited[movement] is var payer && payer != LedgerAccount.Outside ? [Plain("holder", ledger.Accounts[payer].Id)] : [];

    private static FlowElement Plain(string kind, string subject) => new($"{kind}:{subject}", [$"{kind}:{subject}", $"{kind}:*", "*"], -1);

    private IReadOnlyList<RowKey> All(int movement) => [.. ledger.RowsOf(movement)];

    /// <summary>Rows of the statements of one side's account; a two-sided extract reports both sides.</summary>
    private IReadOnlyList<RowKey> ReportedBy(int movement, Column<int> side)
    {
        var account = ledger.Accounts[side[movement]].Id;
        return [.. All(movement).Where(r => !accountsOfStatement.Value.Contains(r.Statement) || accountsOfStatement.Value[r.Statement].Contains(account, StringComparer.Ordinal))];
    }

    private static IReadOnlyList<RowKey> Else(IReadOnlyList<RowKey> rows, IReadOnlyList<RowKey> others) => rows.Count > 0 ? rows : others;

    /// <summary>An element that rows prove: each row, its statement and its document speak to it.</summary>
    private static FlowElement Proved(string kind, int movement, IReadOnlyList<RowKey> rows, IEnumerable<string> facts, string leg = "")
    {
        var names = rows.SelectMany(r => new[] { $"{kind}:{r.Alias}", $"{kind}:{r}", $"statement:{r.Statement}", FactNames.OfDocument(r.Document) })
            .Concat(facts).Append($"{kind}:*").Append("statement:*").Append("*").Distinct(StringComparer.Ordinal);
        var subject = rows.Count > 0 ? rows[0].Alias : $"movement {movement}";
        return new FlowElement(leg.Length > 0 ? $"{kind}:{subject} {leg}" : $"{kind}:{subject}", [.. names], movement);
    }
}
