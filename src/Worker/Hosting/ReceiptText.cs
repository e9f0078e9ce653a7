using System.Globalization;
using System.Text;
using FinInvest.Graph.Casework.LoadRecords;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>The receipt beside a file: what happened to it and what to do, for a person. It names no time, so that a repetition after a kill writes the same.</summary>
internal static class ReceiptText
{
    public const string Suffix = ".receipt.txt";
    private const int AccountsShownMax = 50;

    /// <param name="isRepeat">The case held the same bytes before this file came.</param>
    /// <param name="mending">Where the rejected rows lie, relative to the root; "" = nowhere.</param>
    public static string Loaded(FileInHand hand, LoadedFile loaded, IReadOnlyList<string> notes, bool isRepeat, string mending, LoadOptions terms, string place)
    {
        var (r, file) = (loaded.Receipt, hand.File);
        var text = Head(file, hand.Hash, isRepeat ? "nothing new: the case already holds these bytes" : r.Rejects > 0 ? "loaded, some rows rejected" : "loaded");
        if (hand.IsMended)
        {
            Line(text, $"mended rows of {hand.Name}, a document of their own: SHA-256 {hand.Document.Hex}");
        }

        Line(text, isRepeat ? $"held since load {loaded.Load} as {loaded.Name}" : $"load {loaded.Load}");
        Line(text, $"rows {r.Postings}, facts {r.Facts}, rejected {r.Rejects}");
        foreach (var group in loaded.Rejects.GroupBy(x => x.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Line(text, $"  {group.Key}: {group.Count()}. {group.First().Sentence}");
        }

        Line(text, $"\ncoverage{(loaded.Accounts.Count == 0 ? ": no rows of accounts" : "")}");
        foreach (var (account, rows, from, to) in loaded.Accounts.Take(AccountsShownMax))
        {
            Line(text, $"  {account}: {rows} rows from {from} to {to}");
        }

        if (loaded.Accounts.Count > AccountsShownMax)
        {
            Line(text, $"  {AccountsShownMax} of {loaded.Accounts.Count} accounts shown");
        }

        foreach (var note in notes)
        {
            Line(text, $"note: {note}");
        }

        Line(text, $"\nwhat to do");
        if (mending.Length > 0)
        {
            Line(text, $"  Mend the rejected rows in {mending} and move it to inbox/{file.Case}/{file.Sender}/, or: fininvest load --mended {mending} -w {place}{(terms.Mapping is null ? "" : $" -m inbox/{file.Case}/{file.Sender}/{RecordLoader.MappingFile}")}{Flags(terms)}");
        }

        if (terms.Grade.Length == 0 && !isRepeat)
        {
            Line(text, $"  The file is ungraded and will not be relied on: grade it in evidence.csv, and put {SenderTerms.GradeFile} beside the files of this sender for the next ones.");
        }

        Line(text, $"  Gaps and what reconciles: fininvest status -w {place}");
        return text.ToString();
    }

    public static string Quarantined(InboxFile file, Sha256 hash, IReadOnlyList<Reject> rejects, string fault)
    {
        var text = Head(file, hash, fault.Length > 0 ? "not loaded: the program failed on it" : "not loaded: nothing of it could be read");
        Line(text, $"the case did not change; the file is beside this receipt{(fault.Length > 0 ? "" : ", and its bytes are in the case's vault")}");
        if (fault.Length > 0)
        {
            Line(text, $"fault: {fault}");
        }

        foreach (var group in rejects.GroupBy(x => x.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var first = group.First();
            Line(text, $"  {group.Key}: {group.Count()}, first at line {first.Row}. {first.Sentence}{(first.Text.Length > 0 ? $" Text: {first.Text}" : "")}");
        }

        Line(text, $"\nwhat to do");
        Line(text, fault.Length > 0 ? $"  Report the fault with this receipt. Move the file back to inbox/{file.Case}/{file.Sender}/ to try again."
            : $"  Mend the sender's {RecordLoader.MappingFile} (inbox/{file.Case}/{file.Sender}/): when that changes, the file is tried again by itself. Or mend the file and move it back there.");
        return text.ToString();
    }

    private static string Flags(LoadOptions terms) => string.Concat(
        terms.Grade.Length > 0 ? $" --grade {terms.Grade}" : "", terms.Partner.Length > 0 ? $" --partner {terms.Partner}" : "",
        terms.Permissions is { Count: > 0 } p ? $" --permission {string.Join(' ', p)}" : "", terms.RootSource.Length > 0 ? $" --root-source {terms.RootSource}" : "");

    private static StringBuilder Head(InboxFile file, Sha256 hash, string result)
    {
        var text = new StringBuilder();
        Line(text, $"{file.Name}: {result}");
        Line(text, $"case {file.Case}, sender {file.Sender}, {file.Bytes} bytes, SHA-256 {hash.Hex}");
        return text;
    }

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
