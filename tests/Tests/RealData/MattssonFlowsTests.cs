using System.Globalization;
using System.Text.Json;
using FinInvest.Graph.Model.Results;
using FinInvest.Graph.Trace;
using Xunit;

namespace FinInvest.Graph.Tests.RealData;

/// <summary>
/// Examples of follow-the-money with every trajectory it expects: last in, first out through the whole chain (our ordered lots, newest first) and
/// homogeneous mixing (rolling pro rata). Every deposit is an act of its own; a trajectory is a chain of the traced flow from a deposit to the account
/// where it ends. Files without a header; the fifth example has a fee that the sender bears.
/// </summary>
public class MattssonFlowsTests
{
    /// <summary>Fine enough that six decimals come out as in the expected files.</summary>
    private const int Decimals = 9;

    [Theory]
    [InlineData("1_base_functionality", "network_txns.csv", "network_config.json", "network_flows_lifo.csv", "ordered-lots-lifo", 6)]
    [InlineData("1_base_functionality", "network_txns.csv", "network_config.json", "network_flows_mixed.csv", "rolling", 8)]
    [InlineData("1_base_functionality", "account_txns.csv", "account_config.json", "account_flows_lifo.csv", "ordered-lots-lifo", 14)]
    [InlineData("1_base_functionality", "account_txns.csv", "account_config.json", "account_flows_mixed.csv", "rolling", 20)]
    [InlineData("5_provider_fees", "account_txns_fees.csv", "account_config_fees.json", "account_fees_flows_lifo.csv", "ordered-lots-lifo", 14)]
    [InlineData("5_provider_fees", "account_txns_fees.csv", "account_config_fees.json", "account_fees_flows_mixed.csv", "rolling", 20)]
    [InlineData("5_provider_fees", "network_txns_fees.csv", "network_config_fees.json", "network_fees_flows_lifo.csv", "ordered-lots-lifo", 6)]
    public async Task Every_trajectory_is_found_with_its_amounts_fees_accounts_and_durations(string example, string file, string config, string flows, string rule, int trajectories)
    {
        var folder = Path.Combine(PublicData.Require("data/mattsson-flows/examples"), example);
        var rows = await ReadRowsAsync(folder, file, config);
        var ids = rows.Where(r => r.IsDeposit).Select(r => r.Id).ToList();
        await using var loaded = await LoadedCase.OfAsync("mattsson-flows", [Path.Combine(folder, file)],
            ("case.csv", $"id,question,as_of,currencies\nflows,Where does each deposit go?,2020-01-01,USD:{Decimals}\n"),
            ("parties.csv", "id,name\nvictim,Depositors\n"),
            ("acts.csv", "id,name\n" + Lines(ids, id => $"A{id},deposit {id}")),
            ("episodes.csv", "id,act,victim,currency,amount\n" + Lines(rows.Where(r => r.IsDeposit), r => $"E{r.Id},A{r.Id},victim,USD,{r.Amount}")),
            ("proceeds.csv", "episode,row\n" + Lines(ids, id => $"E{id},{id}")));
        Assert.Equal(0, loaded.Outcome.RejectsTotal);
        Assert.Empty(loaded.Facts.Refused);

        var expected = File.ReadLines(Path.Combine(folder, "output", flows)).Skip(1).Select(Expected).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(trajectories, expected.Count);
        var ledger = loaded.Facts.Ledger;
        var traced = Tracer.Run(loaded.Facts, rule, new TraceOptions([.. ledger.Accounts.Skip(1).Select(a => "balance:" + a.Id)], WithFlow: true));
        Assert.Equal(expected, traced.Targets.Where(t => t.Flow is not null).SelectMany(t => Chains(t.Flow!)).Select(c => Text(ledger, rows, c.Hops, c.Minor)).Order(StringComparer.Ordinal));
        Assert.Equal(trajectories, expected.Distinct(StringComparer.Ordinal).Count());
    }

    /// <summary>Every chain of hops from a crime credit to the target, with what arrives over it: each node hands its arcs in on in proportion.</summary>
    private static IEnumerable<(IReadOnlyList<FlowHop> Hops, decimal Minor)> Chains(TracedFlow flow)
    {
        var found = new Dictionary<string, (IReadOnlyList<FlowHop> Hops, decimal Minor)>(StringComparer.Ordinal);
        Back(flow.NodeMinor.Length - 1, flow.NodeMinor[^1], []);
        return found.Values;

        void Back(int node, decimal minor, IReadOnlyList<FlowHop> behind)
        {
            for (var arc = 0; arc < flow.ArcTo.Length; arc++)
            {
                if (flow.ArcTo[arc] != node)
                {
                    continue;
                }

                var part = minor * flow.ArcMinor[arc] / flow.NodeMinor[node];
                IReadOnlyList<FlowHop> hops = flow.ArcHop[arc] < 0 ? behind : [flow.Hops[flow.ArcHop[arc]], .. behind];
                if (flow.ArcFrom[arc] >= 0)
                {
                    Back(flow.ArcFrom[arc], part, hops);
                    continue;
                }

                var key = string.Join(' ', hops.Select(h => $"{h.Kind} {h.Movement}"));
                found[key] = (hops, part + found.GetValueOrDefault(key).Minor);
            }
        }
    }

    /// <summary>A chain as the expected files tell it: first what starts, then what arrives at each step and the fee it bore, from the last step back.</summary>
    private static string Text(Ledger ledger, IReadOnlyList<TransactionRow> rows, IReadOnlyList<FlowHop> hops, decimal arrived)
    {
        var (amounts, fees, shares) = (new decimal[hops.Count], new decimal[hops.Count], new decimal[hops.Count]);
        for (var i = hops.Count - 1; i >= 0; i--)
        {
            var m = hops[i].Movement;
            var sent = i == 0 ? arrived : arrived * ledger.DebitMinor[m] / ledger.CreditMinor[m];
            (amounts[i], fees[i], shares[i]) = (Units(arrived), Units(sent - arrived), decimal.Round(arrived / ledger.CreditMinor[m], 6));
            arrived = sent;
        }

        var steps = hops.Select(h => rows[ledger.RowsOf(h.Movement)[0].Row - 1]).ToList();
        var waits = hops.Skip(1).Select((h, i) => decimal.Round((ledger.DebitInstant[h.Movement] - ledger.CreditInstant[hops[i].Movement]) / 3_600_000m, 6));
        return Line(steps.Select(s => s.Id), amounts, fees, shares, [ledger.Accounts[ledger.Debited[hops[0].Movement]].Id, .. hops.Select(h => ledger.Accounts[ledger.Credited[h.Movement]].Id)], waits);
    }

    private static decimal Units(decimal minor) => decimal.Round(minor / 1_000_000_000m, 6);

    private static string Expected(string line)
    {
        var lists = line.Split('"', StringSplitOptions.RemoveEmptyEntries).Where(p => p[0] == '[').Select(p => p.Trim('[', ']').Split(',')).ToList();
        var waits = lists.Count > 6 ? lists[6] : [line[(line.LastIndexOf('[') + 1)..].TrimEnd(']')];
        return Line(lists[0], Numbers(lists[2]), Numbers(lists[3]), Numbers(lists[4]), lists[5], Numbers(waits));
    }

    private static IEnumerable<decimal> Numbers(IEnumerable<string> texts) => texts.Select(t => decimal.Parse(t, CultureInfo.InvariantCulture));

    private static string Line(IEnumerable<string> ids, IEnumerable<decimal> amounts, IEnumerable<decimal> fees, IEnumerable<decimal> shares, IEnumerable<string> accounts, IEnumerable<decimal> waits) =>
        $"{string.Join(">", ids)} amounts {Join(amounts)} fees {Join(fees)} shares {Join(shares)} accounts {string.Join(">", accounts)} hours {Join(waits)}";

    private static string Join(IEnumerable<decimal> numbers) => string.Join(' ', numbers.Select(n => n.ToString("0.######", CultureInfo.InvariantCulture)));

    private static async Task<IReadOnlyList<TransactionRow>> ReadRowsAsync(string folder, string file, string config)
    {
        using var settings = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(folder, config)));
        var header = settings.RootElement.GetProperty("transaction_header").EnumerateArray().Select(c => c.GetString()!).ToList();
        var categories = settings.RootElement.GetProperty("transaction_categories");
        return [.. File.ReadLines(Path.Combine(folder, file)).Select(l => l.Split(',')).Select(w =>
            new TransactionRow(w[header.IndexOf("txn_ID")], w[header.IndexOf("amt")], categories.GetProperty(w[header.IndexOf("type")]).GetString() == "deposit"))];
    }

    private static string Lines<T>(IEnumerable<T> items, Func<T, string> line) => string.Concat(items.Select(i => line(i) + "\n"));

    private sealed record TransactionRow(string Id, string Amount, bool IsDeposit);
}
