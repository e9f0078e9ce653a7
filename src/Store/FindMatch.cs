using System.Globalization;

namespace FinInvest.Graph.Store;

/// <summary>What a query means, told once for every store: which accounts, amounts and days match, and which row a person named.</summary>
public sealed class FindMatch
{
    private readonly FindQuery query;
    private readonly bool[] textMatches;
    private readonly bool[]? accountMatches;
    private readonly (string Document, string Statement, int Row)? rowAsked;

    /// <param name="accounts">Names of the accounts of the case by the store's numbers; entry 0 is "" (not named).</param>
    public FindMatch(FindQuery query, string[] accounts)
    {
        this.query = query;
        textMatches = Array.ConvertAll(accounts, n => n.Contains(query.Text, StringComparison.OrdinalIgnoreCase));
        textMatches[0] = false;
        if (query.Account.Length > 0)
        {
            var account = Squeeze(query.Account);
            accountMatches = Array.ConvertAll(accounts, n => Squeeze(n).Equals(account, StringComparison.OrdinalIgnoreCase));
        }

        rowAsked = RowOf(query.Text);
    }

    /// <summary>Accounts whose name is the one asked for; null where none is.</summary>
    public IReadOnlyList<bool>? Accounts => accountMatches;

    /// <summary>Accounts whose name has the text in it.</summary>
    public IReadOnlyList<bool> Named => textMatches;

    /// <summary>The row that the text names, such as "S2/118" or "3f9a1c/S2/118"; null where it is no such name.</summary>
    public (string Document, string Statement, int Row)? RowAsked => rowAsked;

    /// <summary>True where no account is asked for or one of the two is it.</summary>
    public bool HasAccount(long account, long counterparty) => accountMatches is null || accountMatches[account] || accountMatches[counterparty];

    /// <summary>True where the text is empty or in the name of one of the two; else the row's own texts decide.</summary>
    public bool HasName(long account, long counterparty) => query.Text.Length == 0 || textMatches[account] || textMatches[counterparty];

    /// <param name="day">Null where the row has no booking day.</param>
    public bool HasDay(Day? day) => query.Days is not { } days || (day is { } d && days.Contains(d));

    /// <summary>A range of positive amounts finds credits and debits alike, one of negative amounts debits alone.</summary>
    /// <param name="counter">Amount on the counterparty's account; 0 = one-sided.</param>
    public bool HasAmount(long minor, long counter) => (query.MinorFrom is null && query.MinorTo is null) || InRange(minor) || (counter != 0 && InRange(counter))
        || (minor < 0 && minor != long.MinValue && InRange(-minor)) || (counter < 0 && counter != long.MinValue && InRange(-counter));

    /// <summary>True for the row that the text names.</summary>
    public bool IsNamed(string document, string statement, long row) => rowAsked is { } asked && row == asked.Row && statement == asked.Statement
        && document.StartsWith(asked.Document, StringComparison.Ordinal);

    private bool InRange(long minor) => minor >= (query.MinorFrom ?? long.MinValue) && minor <= (query.MinorTo ?? long.MaxValue);

    private static string Squeeze(string name) => name.Replace(" ", "", StringComparison.Ordinal);

    private static (string Document, string Statement, int Row)? RowOf(string text)
    {
        var last = text.LastIndexOf('/');
        if (last <= 0 || !int.TryParse(text.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
        {
            return null;
        }

        var first = text.IndexOf('/', StringComparison.Ordinal);
        return first == last ? ("", text[..last], row) : (text[..first], text[(first + 1)..last], row);
    }
}
