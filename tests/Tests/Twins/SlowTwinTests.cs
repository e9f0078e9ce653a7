using System.Text.Json;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Tests.Cases;
using FinInvest.Graph.Tests.Ledgers;
using Xunit;

namespace FinInvest.Graph.Tests.Twins;

/// <summary>The twin itself is held to the worked ledger and to the numbers of an independent implementation, without the product's rules.</summary>
public class SlowTwinTests
{
    public static TheoryData<string> Names => [.. DefinitionCase.Names(1, 2, 3, 4, 5) is { Count: > 0 } names ? names : ["L1-00"]];

    [Theory]
    [InlineData("fifo", 50, 150, 0, 60)]
    [InlineData("lifo", 150, 50, 60, 0)]
    [InlineData("rolling", 100, 67, 56, 37)]
    [InlineData("own-first", 50, 60, 90, 60)]
    [InlineData("proceeds-first", 150, 50, 60, 0)]
    public void The_worked_ledger_gives_the_worked_figures(string rule, long car, long flat, long cash, long left)
    {
        var run = SlowTwin.Run(rule, TwinReading.Of(CaseText.Parse("+X 100 own\n+X 200 K\n-X 150 car\n+X 120 own\n-X 180 flat\n+X 60 K\n-X 90 cash")));
        Assert.Equal([car, flat, cash, left], new[] { run.Paid("car#0"), run.Paid("flat#0"), run.Paid("cash#0"), run.Closing("X") }.Select(s => (long)s.ClaimTotal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_random_cases_come_out_to_the_unit(string name)
    {
        var c = DefinitionCase.Read(name);
        var reconciliation = LedgerBuilder.Build(c.Facts, c.Pages);
        var differences = new List<string>();
        foreach (var rule in SlowTwin.Rules)
        {
            var expected = c.Expected.GetProperty("rules").GetProperty(rule.Replace('-', '_'));
            var run = SlowTwin.Run(rule, TwinReading.Of(reconciliation));
            foreach (var asset in expected.GetProperty("assets").EnumerateObject())
            {
                Compare(differences, $"{rule} {asset.Name}", asset.Value.GetProperty("paid"), run.Paid(asset.Name));
                var origin = run.Paid(asset.Name) is var paid ? paid.Owners.Aggregate(System.Numerics.BigInteger.Zero, (s, o) => s + paid.Origin(o)) : 0;
                if (origin != asset.Value.GetProperty("origin").GetInt64())
                {
                    differences.Add($"{rule} {asset.Name} origin {origin}");
                }
            }

            foreach (var account in reconciliation.Ledger.Accounts.Skip(1))
            {
                var closing = expected.GetProperty("closing").TryGetProperty(account.Id, out var owners) ? owners : default;
                Compare(differences, $"{rule} {account.Id}", closing, run.Closing(account.Id));
            }
        }

        Assert.Empty(differences);
    }

    private static void Compare(List<string> differences, string what, JsonElement expected, TwinSum got)
    {
        var want = expected.ValueKind == JsonValueKind.Object ? string.Join(" ", expected.EnumerateObject().Select(p => $"{p.Name} {p.Value.GetInt64()}").Order(StringComparer.Ordinal)) : "";
        var have = string.Join(" ", got.Owners.Select(o => $"{o} {got.Amount(o)}"));
        if (want != have)
        {
            differences.Add($"{what}: {have}, expected {want}");
        }
    }
}
