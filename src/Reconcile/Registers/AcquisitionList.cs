namespace FinInvest.Graph.Reconcile.Registers;

/// <summary>Assets with their cost lines up to the as-of date, in order of payment (definitions C3, C4).</summary>
/// <param name="movement">The movement that a reference means, or -1 after a refusal.</param>
internal sealed class AcquisitionList(CaseFacts facts, Ledger ledger, Func<RowReference, string, int> movement, Day asOf, List<Refusal> refused)
{
    public IReadOnlyList<Acquisition> Make()
    {
        var currencies = facts.All<Asset>().GroupBy(a => a.Id, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Currency, StringComparer.Ordinal);
        var lines = facts.All<CostLine>().ToLookup(l => (l.Asset, l.Acquisition));
        var sales = facts.All<AssetSale>().GroupBy(s => (s.Asset, s.Acquisition)).ToDictionary(g => g.Key, g => g.First());
        var keys = lines.Select(g => g.Key).Concat(sales.Keys).Concat(currencies.Keys.Select(a => (Asset: a, Acquisition: 0))).Distinct();
        var acquisitions = new List<Acquisition>();
        foreach (var key in keys.OrderBy(k => k.Item1, StringComparer.Ordinal).ThenBy(k => k.Item2))
        {
            if (!currencies.TryGetValue(key.Item1, out var currency))
            {
                refused.Add(new Refusal("ASSET_NOT_FOUND", key.Item1, $"A cost line or sale names {key.Item1}, which is no asset of the case."));
                continue;
            }

            // A gift has no cost line; an asset whose every line was refused is no target.
            var sale = sales.GetValueOrDefault(key);
            var tied = Lines(lines[key], key.Item1, currency);
            if (tied.Count > 0 || !lines[key].Any())
            {
                acquisitions.Add(new Acquisition(key.Item1, key.Item2, currency, tied, Sold(sale), sale is { Row: null }));
            }
        }

        return acquisitions;
    }

    private List<AcquisitionLine> Lines(IEnumerable<CostLine> stated, string asset, string currency)
    {
        var lines = new List<(AcquisitionLine Line, int Position)>();
        foreach (var l in stated)
        {
            if (l.Row is null)
            {
                if (l.Day <= asOf)
                {
                    lines.Add((new AcquisitionLine(-1, l.Kind, l.Minor ?? 0, l.Day, l.Id), -1));
                }
            }
            else if (movement(l.Row, $"cost line {l.Id} of {asset}") is var m && m >= 0 && Paid(m, l, currency) is { } minor)
            {
                lines.Add((new AcquisitionLine(m, l.Kind, minor, new Day(ledger.DebitDay[m]), l.Id), ledger.Position[m * 2]));
            }
        }

        return [.. lines.OrderBy(l => l.Line.Day).ThenBy(l => l.Position).ThenBy(l => l.Line.CostLineId, StringComparer.Ordinal).Select(l => l.Line)];
    }

    /// <summary>What of the debit the line takes: the amount stated, else the whole debit.</summary>
    private long? Paid(int m, CostLine line, string currency)
    {
        var subject = $"cost line {line.Id} of {line.Asset}";
        if (ledger.Debited[m] == LedgerAccount.Outside)
        {
            refused.Add(new Refusal("ROW_IS_NO_DEBIT", subject, $"{line.Row} debits no account of the ledger: name the payment."));
            return null;
        }

        if (ledger.Accounts[ledger.Debited[m]].Currency is { Length: > 0 } paid && paid != currency && currency.Length > 0)
        {
            refused.Add(new Refusal("TWO_CURRENCIES", subject, $"{line.Row} pays in {paid}, the asset is in {currency}: a cost line is in the asset's currency."));
            return null;
        }

        if (line.Minor > ledger.DebitMinor[m])
        {
            refused.Add(new Refusal("COST_ABOVE_PAYMENT", subject, $"{line.Row} pays less than the cost line states."));
            return null;
        }

        return line.Minor is > 0 ? line.Minor : ledger.DebitMinor[m];
    }

    private int Sold(AssetSale? sale) => sale?.Row is null ? -1 : movement(sale.Row, $"sale of {sale.Asset}") is var m && m >= 0 && ledger.Credited[m] != LedgerAccount.Outside ? m : -1;
}
