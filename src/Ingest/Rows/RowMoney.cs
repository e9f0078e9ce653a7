using System.Globalization;
using FinInvest.Graph.Ingest.Facts;
using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Rows;

/// <summary>Currencies and amounts of a row. Currencies of the file get numbers in order of first use.</summary>
internal sealed class RowMoney(RowSource source, ReadingContext context, NamePool accounts, RowFaults faults)
{
    private readonly Dictionary<string, byte> accountCurrency = new(StringComparer.Ordinal);
    private readonly List<string> currencies = [];
    private readonly List<int> exponents = [];

    public IReadOnlyList<string> Currencies => currencies;
    public IReadOnlyList<int> Exponents => exponents;
    public long Rounded { get; private set; }

    public bool TryCurrency(Cell cell, int account, out byte currency)
    {
        var text = cell.Read(source.Reader);
        currency = 0;
        if (text.IsEmpty)
        {
            if (!accountCurrency.TryGetValue(accounts[account], out currency))
            {
                var assumed = context.CurrencyOf(accounts[account]);
                if (assumed.Length == 0)
                {
                    faults.Fail(RejectCodes.CurrencyMissing, cell, "");
                    return false;
                }

                if (!TryAddCurrency(cell, assumed, out currency))
                {
                    return false;
                }

                accountCurrency.Add(accounts[account], currency);
            }

            return true;
        }

        for (var i = 0; i < currencies.Count; i++)
        {
            if (text.SequenceEqual(currencies[i]))
            {
                currency = (byte)i;
                return true;
            }
        }

        return TryAddCurrency(cell, text.ToString(), out currency);
    }

    private bool TryAddCurrency(Cell cell, string code, out byte currency)
    {
        currency = 0;
        var at = currencies.IndexOf(code);
        if (at < 0)
        {
            if (!context.TryExponent(code, out var exponent) || currencies.Count == Limits.CurrenciesMax)
            {
                faults.Fail(RejectCodes.CurrencyUnknown, cell, code);
                return false;
            }

            at = currencies.Count;
            currencies.Add(code);
            exponents.Add(exponent);
        }

        currency = (byte)at;
        return true;
    }

    public bool TrySize(Cell cell, byte currency, out long minor)
    {
        if (!TryAmount(cell, currency, out minor))
        {
            return false;
        }

        if (minor < 0)
        {
            faults.Fail(RejectCodes.AmountNegative, cell, cell.Read(source.Reader));
        }

        return minor >= 0;
    }

    /// <summary>Empty reads as 0: which cells must be filled is the caller's matter.</summary>
    public bool TryAmount(Cell cell, byte currency, out long minor)
    {
        minor = 0;
        var text = cell.Read(source.Reader);
        if (text.IsEmpty)
        {
            return true;
        }

        var problem = source.Amounts.Read(text, exponents[currency], source.Rounding, out minor, out var inexact);
        Rounded += inexact ? 1 : 0;
        if (problem != AmountFault.None)
        {
            faults.Fail(FactFields.AmountCode(problem), cell, text,
                problem == AmountFault.TooManyDecimals ? string.Create(CultureInfo.InvariantCulture, $"{currencies[currency]} has {exponents[currency]} decimals.") : "");
        }

        return problem == AmountFault.None;
    }

    public long Checked(Int128 minor, Cell cell)
    {
        if (Int128.Abs(minor) <= long.MaxValue)
        {
            return (long)minor;
        }

        faults.Fail(RejectCodes.AmountTooLarge, cell, cell.Read(source.Reader));
        return 0;
    }
}
