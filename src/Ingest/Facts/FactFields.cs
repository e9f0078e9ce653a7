using System.Globalization;
using FinInvest.Graph.Ingest.Parsing;

namespace FinInvest.Graph.Ingest.Facts;

/// <summary>
/// The cells of one row of facts, read by type. The first fault is kept and the row becomes a reject; getters then return defaults,
/// so that a builder reads like the list of its columns.
/// </summary>
internal sealed class FactFields(FactFile file, ReadingContext context, AmountFormat amounts, Rounding rounding, IReadOnlyList<DateFormat> dates)
{
    private readonly string[] cells = new string[file.Columns.Count];

    /// <summary>Name of a row whose sender gave it none: document, file, data row.</summary>
    public string FallbackId { get; set; } = "";

    /// <summary>Date patterns of the columns that have their own; empty = the file's.</summary>
    public IReadOnlyList<IReadOnlyList<DateFormat>> DatesByColumn { get; set; } = [];
    public RowFault? Fault { get; private set; }
    public long Rounded { get; private set; }

    public void Begin(string fallbackId)
    {
        Array.Fill(cells, "");
        FallbackId = fallbackId;
        Fault = null;
    }

    public void Set(int column, string text) => cells[column] = text;

    /// <summary>Cells of columns that must be filled are; the first empty one is the fault.</summary>
    public void CheckRequired()
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (file.Columns[i].Required && cells[i].Length == 0)
            {
                Fail(RejectCodes.ValueMissing, file.Columns[i].Name, "");
            }
        }
    }

    public string Text(string column)
    {
        var at = file.IndexOf(column);
        return at >= 0 ? cells[at] : throw new InvalidOperationException($"{file.Name} has no column {column}.");
    }

    public string Id() => Text("id") is { Length: > 0 } id ? id : FallbackId;

    /// <summary>One of the values, or empty for the first where the column may be empty.</summary>
    public string Choice(string column, params ReadOnlySpan<string> values)
    {
        var text = Text(column);
        foreach (var value in values)
        {
            if (text == value)
            {
                return value;
            }
        }

        if (text.Length == 0)
        {
            return values[0];
        }

        Fail(RejectCodes.ValueNotKnown, column, text, "Known: " + string.Join(", ", values.ToArray().Where(v => v.Length > 0)) + ".");
        return values[0];
    }

    public bool Flag(string column, bool absent) => Choice(column, absent ? "yes" : "no", "yes", "no", "true", "false") is "yes" or "true";

    public IReadOnlyList<string> List(string column) => Text(column).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    public IReadOnlyList<string> Choices(string column, params string[] values)
    {
        var list = List(column);
        foreach (var text in list.Where(t => !values.Contains(t, StringComparer.Ordinal)))
        {
            Fail(RejectCodes.ValueNotKnown, column, text, "Known: " + string.Join(", ", values) + ".");
        }

        return list;
    }

    /// <summary>Empty, or a text made of one character of each set, e.g. "B2".</summary>
    public string Marks(string column, bool mayEndEarly, params ReadOnlySpan<string> sets)
    {
        var text = Text(column);
        var good = text.Length == 0 || text.Length == sets.Length || (mayEndEarly && text.Length < sets.Length);
        for (var i = 0; good && i < text.Length; i++)
        {
            good = sets[i].Contains(text[i]);
        }

        if (!good)
        {
            Fail(RejectCodes.ValueNotKnown, column, text, "Expected one of " + string.Join(" then one of ", sets.ToArray()) + ".");
        }

        return text;
    }

    public Day? DayOrNull(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        var at = file.IndexOf(column);
        var formats = at < DatesByColumn.Count && DatesByColumn[at].Count > 0 ? DatesByColumn[at] : dates;
        foreach (var format in formats)
        {
            if (format.TryRead(text, out var moment))
            {
                return moment.Day;
            }
        }

        Fail(RejectCodes.DayNotADate, column, text, "Expected " + string.Join(" or ", formats.Select(d => d.Pattern)) + ".");
        return null;
    }

    public Day DayOrNone(string column) => DayOrNull(column) ?? Day.None;

    public void CheckPeriod(Day? from, Day? to, string column)
    {
        if (from is { IsNone: false } f && to is { IsNone: false } t && t < f)
        {
            Fail(RejectCodes.PeriodReversed, column, t.ToString(), $"It begins on {f}.");
        }
    }

    public int? Integer(string column, int least = 0)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least)
        {
            return value;
        }

        Fail(RejectCodes.NumberNotWhole, column, text, $"At least {least}.");
        return null;
    }

    public long Whole(string column, long least)
    {
        var text = Text(column);
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least)
        {
            return value;
        }

        Fail(RejectCodes.NumberNotWhole, column, text, $"At least {least}.");
        return least;
    }

    public string Currency(string column)
    {
        var code = Text(column);
        if (code.Length > 0 && !context.TryExponent(code, out _))
        {
            Fail(RejectCodes.CurrencyUnknown, column, code);
        }

        return code;
    }

    /// <summary>An amount in minor units; null where empty.</summary>
    /// <param name="currency">Of the amount; "" = that of the account or of the case, where that is not open.</param>
    public long? Amount(string column, string currency, string account = "", bool signed = false)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        currency = currency.Length > 0 ? currency : context.CurrencyOf(account);
        if (currency.Length == 0 || !context.TryExponent(currency, out var exponent))
        {
            Fail(currency.Length == 0 ? RejectCodes.CurrencyMissing : RejectCodes.CurrencyUnknown, column, currency.Length == 0 ? text : currency);
            return null;
        }

        var fault = amounts.Read(text, exponent, rounding, out var minor, out var rounded);
        Rounded += rounded ? 1 : 0;
        if (fault != AmountFault.None)
        {
            Fail(AmountCode(fault), column, text, fault == AmountFault.TooManyDecimals ? $"{currency} has {exponent} decimals." : "");
        }
        else if (minor < 0 && !signed)
        {
            Fail(RejectCodes.AmountNegative, column, text);
        }

        return minor;
    }

    /// <summary>A share as one number, or a range in two columns.</summary>
    public Share Share(string exact, string low, string high)
    {
        if (Text(exact).Length > 0 && Text(low).Length + Text(high).Length > 0)
        {
            Fail(RejectCodes.ShareNotAShare, exact, Text(exact), $"Either {exact}, or {low} and {high}.");
        }

        if (Text(exact).Length > 0)
        {
            return Model.Values.Share.Exact(Part(exact));
        }

        var (from, to) = (Part(low), Part(high));
        if (from > to)
        {
            Fail(RejectCodes.ShareNotAShare, low, Text(low), $"The upper end is {Text(high)}.");
        }

        return new Share(from, to);
    }

    /// <summary>A row named by id, or by account, day and signed amount; null where all are empty.</summary>
    public RowReference? Row(string prefix, string currency, bool required = false)
    {
        string id = Text(prefix), account = Text(prefix + "_account"), amountText = Text(prefix + "_amount");
        var day = DayOrNone(prefix + "_day");
        if (id.Length > 0 && account.Length == 0 && day.IsNone && amountText.Length == 0)
        {
            return new RowReference(id);
        }

        if (id.Length == 0 && account.Length > 0 && !day.IsNone && amountText.Length > 0)
        {
            return new RowReference("", account, day, Amount(prefix + "_amount", currency, account, signed: true) ?? 0);
        }

        if (required || id.Length + account.Length + amountText.Length > 0 || !day.IsNone)
        {
            Fail(RejectCodes.RowReferenceIncomplete, prefix, id, $"Fill {prefix}, or {prefix}_account, {prefix}_day and {prefix}_amount, not both.");
        }

        return null;
    }

    public static string AmountCode(AmountFault fault) => fault switch
    {
        AmountFault.TooManyDecimals => RejectCodes.AmountTooManyDecimals,
        AmountFault.TooLarge => RejectCodes.AmountTooLarge,
        _ => RejectCodes.AmountNotANumber,
    };

    public void Fail(string code, string column, string text, string more = "") => Fault ??= new RowFault(code, column, text, more);

    private decimal Part(string column)
    {
        var text = Text(column);
        var percent = text.EndsWith('%');
        if (decimal.TryParse((percent ? text[..^1].TrimEnd() : text).Replace(amounts.Decimal, '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value))
        {
            value = percent ? value / 100 : value;
            if (value is >= 0 and <= 1)
            {
                return value;
            }
        }

        Fail(text.Length == 0 ? RejectCodes.ValueMissing : RejectCodes.ShareNotAShare, column, text);
        return 0;
    }
}
