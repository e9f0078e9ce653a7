using System.Globalization;

namespace FinInvest.Graph.Tests.Simulation;

/// <summary>
/// Makes a hidden ledger from a seed: accounts at several banks in several currencies, own money, proceeds of two acts, transfers that arrive days later,
/// debts, fees, interest, purchases on instalments and loans, sales and exchanges, reversals, coordination links, days with many bookings, genuine identical bookings.
/// </summary>
internal sealed partial class HiddenLedgerGenerator
{
    /// <summary>Days after which an amount may come again: more than the days on which a movement's two rows may lie apart.</summary>
    private const int AmountDays = 12;
    private static readonly string[] Claims = ["A1:V1", "A2:V1", "A1:V2"];
    private readonly SplitMix64 random;
    private readonly ulong seed;
    private readonly int size;
    private readonly int days;
    private readonly List<HiddenAccount> accounts = [];
    private readonly List<HiddenLeg> legs = [];
    private readonly Dictionary<HiddenAccount, long> balance = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, List<HiddenLeg>> underway = [];
    private readonly Dictionary<long, Day> amounts = [];
    private readonly SortedDictionary<string, (long P, long Q)> rates = new(StringComparer.Ordinal) { [HiddenAccount.Home] = (1, 1), ["USD"] = (9, 2), ["JPY"] = (1, 3) };
    private readonly bool overdrafts;
    private readonly bool currencies;
    private int movements;
    private Day today;

    private HiddenLedgerGenerator(ulong seed, int size)
    {
        this.seed = seed;
        this.size = size;
        days = size <= 400 ? 100 : 100 + (size / 40);
        random = new SplitMix64(seed);
        overdrafts = random.Chance(60);
        currencies = random.Chance(60);
    }

    /// <param name="size">About how many movements.</param>
    public static HiddenLedger Make(ulong seed, int size = 115) => new HiddenLedgerGenerator(seed, size).Make();

    private HiddenLedger Make()
    {
        MakeAccounts();
        for (today = HiddenLedger.First; today.Number <= days; today = today.AddDays(1))
        {
            underway.Remove(today.Number, out var arriving);
            var fresh = Fresh();
            var queue = new Queue<HiddenLeg>(arriving ?? []);
            foreach (var isArrival in random.Shuffle(Enumerable.Repeat(true, queue.Count).Concat(Enumerable.Repeat(false, fresh))))
            {
                if (isArrival)
                {
                    Book(queue.Dequeue());
                }
                else
                {
                    Happen();
                }
            }

            if (random.Chance(12))
            {
                TransferBookedLate();
            }
        }

        var stated = random.Chance(80) ? rates : [];
        return new HiddenLedger(seed, new Day(days), accounts, legs, stated);
    }

    /// <summary>How many movements begin today.</summary>
    private int Fresh()
    {
        var some = random.Chance(45) ? 0 : random.Chance(80) ? random.Between(1, 2) : random.Between(3, 6);
        return (int)Math.Round(some * (double)size / (1.15 * days), MidpointRounding.AwayFromZero);
    }

    private void MakeAccounts()
    {
        string[] banks = ["alma", "bulak", "saya"];
        var references = banks.ToDictionary(b => b, _ => random.Chance(50), StringComparer.Ordinal);
        var balances = banks.ToDictionary(b => b, _ => random.Chance(50), StringComparer.Ordinal);
        var orders = banks.ToDictionary(b => b, _ => random.Chance(75), StringComparer.Ordinal);
        var count = size <= 400 ? random.Between(2, 7) : Math.Min(400, random.Between(size / 100, size / 40));
        var withExtract = count > 2 && random.Chance(40);
        for (var i = 0; i < count; i++)
        {
            var bank = banks[i % banks.Length];
            var opening = random.Chance(40) ? 0 : random.Chance(80) || !overdrafts ? random.Between(1, 50_000) : -random.Between(1, 20_000);
            var currency = i == 0 || !currencies || random.Chance(55) ? HiddenAccount.Home : random.Chance(70) ? "USD" : "JPY";
            var account = new HiddenAccount("ACC" + i.ToString("d2", CultureInfo.InvariantCulture), bank, opening, currency)
            {
                HasReferences = references[bank],
                HasBalances = balances[bank],
                HasOrder = orders[bank],
            };
            if (withExtract && i == count - 1)
            {
                account = new HiddenAccount(account.Id, account.Bank, 0, account.Currency) { HasExtractOnly = true };
            }
            else
            {
                // An account without any statement whose rows an extract names would be traced on those.
                Cover(account, always: i < 2 || withExtract);
            }

            accounts.Add(account);
            balance[account] = account.Opening;
        }
    }

    private void Cover(HiddenAccount account, bool always)
    {
        var (first, last) = (HiddenLedger.First, new Day(days));
        Day At(int percent) => new(Math.Clamp(percent * days / 100, 2, days - 1));
        var kind = random.Between(0, 99);
        if (kind < 55)
        {
            account.Covered.Add(new DayRange(first, last));
        }
        else if (kind < 66)
        {
            account.Covered.Add(new DayRange(At(random.Between(2, 40)), last));
        }
        else if (kind < 76)
        {
            account.Covered.Add(new DayRange(first, At(random.Between(50, 99))));
        }
        else if (kind < 92 || always)
        {
            var gap = At(random.Between(20, 80));
            account.Covered.Add(new DayRange(new Day(random.Chance(70) ? 1 : random.Between(2, 10)), gap));
            account.Covered.Add(new DayRange(gap.AddDays(random.Between(2, 12)), last));
            account.Broken = random.Chance(50) ? new DayRange(gap.AddDays(1), account.Covered[1].From.AddDays(-1)) : null;
        }
    }

    private void Happen()
    {
        var account = random.Of(accounts);
        var kind = random.Between(0, 119);
        if (kind < 30)
        {
            Receive(account);
        }
        else if (kind < 62 && accounts.Count > 1)
        {
            Transfer(account);
        }
        else if (kind < 80)
        {
            Buy(account);
        }
        else if (kind < 86)
        {
            Sell(account);
        }
        else if (kind < 94)
        {
            Undo();
        }
        else if (kind < 98)
        {
            PassThrough(account);
        }
        else if (kind < 106)
        {
            Now(New(account, null, Spend(account), random.Chance(25) ? PostingKind.Cash : PostingKind.Payment) with { Outsider = Outsider() });
        }
        else if (account.HasExtractOnly)
        {
            Twice(account);
        }
        else if (kind < 111)
        {
            Now(New(account, null, random.Between(1, 300), PostingKind.Fee));
        }
        else if (kind < 116)
        {
            Now(New(null, account, random.Between(1, 400), PostingKind.Interest));
        }
        else
        {
            Twice(account);
        }
    }
}
