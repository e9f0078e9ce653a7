using FinInvest.Graph.Casework.Caching;
using FinInvest.Graph.Reconcile;
using FinInvest.Graph.Store;
using FinInvest.Graph.Tests.Cases;
using FinInvest.Graph.Tests.Simulation;
using FinInvest.Graph.Tests.Twins;
using Xunit;

namespace FinInvest.Graph.Tests.Casework.Caching;

/// <summary>What comes out of a cache entry is what went in, member by member.</summary>
public sealed class CacheEntryTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("fininvest-cache-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Every_definition_case_is_the_same_from_its_cache_entry()
    {
        foreach (var definition in DefinitionCase.All())
        {
            Same(definition.Name, LedgerBuilder.Build(definition.Facts, definition.Pages));
        }
    }

    [Fact]
    public void Generated_cases_and_what_the_rules_say_of_them_are_the_same_from_their_cache_entries()
    {
        for (ulong seed = 1; seed <= 25; seed++)
        {
            var (facts, pages) = new HiddenRecords(new HiddenTruth(HiddenLedgerGenerator.Make(seed))).Load();
            var made = LedgerBuilder.Build(facts, pages);
            Same($"seed {seed}", made, read =>
            {
                foreach (var rule in SlowTwin.Rules)
                {
                    Assert.Equal(SimulatedDifferences.Text(SimulatedDifferences.Run(made, rule)), SimulatedDifferences.Text(SimulatedDifferences.Run(read, rule)));
                }
            });
        }
    }

    [Fact]
    public void Every_mark_of_a_register_is_the_same_from_its_cache_entry()
    {
        var definition = DefinitionCase.All().First();
        var made = LedgerBuilder.Build(definition.Facts, definition.Pages);
        var register = new Register
        {
            Owners = new OwnerTable(["tp"], [new Claim("A1", "V1"), new Claim("A2", "")]),
            Claims = [new ClaimMark(1, 5, 30, "E1", "P1", "P2")],
            Claimants = [new ClaimantMark(2, 4)],
            CashProceeds = [new CashProceeds(6, 40, new Day(9), "E2", "P2", "KZT", "P1")],
            Acquisitions = [new Acquisition("X", 0, "KZT", [new AcquisitionLine(3, "price", 50, new Day(10), "C1")], 4, true)],
            Reversals = [new ReversalMark(5, 3, 10)],
            Links = [new LinkMark("L1", [1], [0], "repaid at once")],
            Replenishments = [new ReplenishmentMark(6, 7)],
            Rates = new Dictionary<string, ReferenceRate> { ["KZT"] = new("R1", "KZT", 3, 2) },
            AsOf = new Day(11),
        };

        // What is added to the register later must be put in here too.
        Assert.DoesNotContain(typeof(Register).GetProperties(), p => p.GetValue(register) is System.Collections.ICollection { Count: 0 });
        Assert.DoesNotContain("\"\",", ObjectText.Of(register).Replace("\"Victim\": \"\",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Same("every mark", made with { Register = register });
    }

    [Fact]
    public void Numbers_and_texts_of_every_size_are_read_as_they_were_written()
    {
        long[] numbers = [0, 1, -1, 63, 64, -64, -65, 127, 128, int.MaxValue, int.MinValue, long.MaxValue, long.MinValue];
        string[] texts = ["", "a", "Қарағанды", "a", new string('x', 5_000), ""];
        var to = new SectionWriter();
        to.List(numbers, to.Number);
        to.List(texts, to.Text);
        to.Number((long?)null);
        to.Number((long?)-5);
        to.Flag(true);
        to.Day(Day.None);
        var from = new SectionReader(to.Written.ToArray());
        Assert.Equal(numbers, from.List(from.Number));
        Assert.Equal(texts, from.List(from.Text));
        Assert.Equal((null, -5L, true, Day.None), (from.NumberOrNone(), from.NumberOrNone(), from.Flag(), from.Day()));
    }

    private void Same(string name, Reconciliation made, Action<Reconciliation>? then = null)
    {
        var version = made.Facts.Version;
        var opened = new OpenedCase(version, made, 3, [.. made.Facts.Documents, new SourceDocument(Sha256.Of([1]), "excluded.csv", 7, "AE", "bank/2")]);
        var cache = new CacheFolder(folder);
        var key = new CacheKey(version, Sha256.Of([1]));
        Assert.True(cache.Keep(key, opened.Sections()));
        using var entry = cache.Open(key);
        var read = OpenedCase.Read(entry!);
        Assert.Equal($"{name}\n{ObjectText.Of(opened)}", $"{name}\n{ObjectText.Of(read)}");
        Assert.All(made.Ledger.Accounts.Select((a, i) => (a.Id, i)).Skip(1), a => Assert.Equal(a.i, read.Reconciliation.Ledger.AccountIndex(a.Id)));
        Assert.Equal([-1, -1, -1], new[] { "OUTSIDE", "", "no such account" }.Select(read.Reconciliation.Ledger.AccountIndex));
        then?.Invoke(read.Reconciliation);
    }
}
