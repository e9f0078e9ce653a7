using System.Buffers;

namespace FinInvest.Graph.Ingest.Workbooks;

/// <summary>What a number format makes of a number, as far as it changes what the number is.</summary>
/// <param name="IsDate">The number counts days.</param>
/// <param name="Digits">Whole numbers are shown with at least this many digits, zeros in front (identifiers); 0 = as they are.</param>
internal readonly record struct CellForm(bool IsDate, int Digits)
{
    private const int DigitsMax = 32;
    private static readonly SearchValues<char> Spans = SearchValues.Create("hmsHMS");

    /// <summary>By the format's number: those that a workbook need not spell out.</summary>
    public static CellForm Of(int builtIn) => new(builtIn is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 50 and <= 58), 0);

    /// <summary>By the format's code, of which the first section counts. A span such as [h]:mm is a number, not a moment.</summary>
    public static CellForm Of(string code)
    {
        var isDate = false;
        var digits = 0;
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            if (c is '"' or '[')
            {
                var close = code.IndexOf(c == '"' ? '"' : ']', i + 1);
                if (close < 0)
                {
                    break;
                }

                if (c == '[' && close > i + 1 && code.AsSpan(i + 1, close - i - 1).IndexOfAnyExcept(Spans) < 0)
                {
                    return default;
                }

                i = close;
            }
            else if (c is '\\' or '_' or '*')
            {
                i++;
            }
            else if (c is 'y' or 'm' or 'd' or 'h' or 's')
            {
                // "General" and its like have none of these letters.
                isDate = true;
            }
            else if (c == '0')
            {
                digits++;
            }
        }

        var onlyZeros = digits is > 1 and <= DigitsMax && digits == code.Length;
        return new CellForm(isDate, onlyZeros ? digits : 0);
    }
}
