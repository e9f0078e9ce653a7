using System.Text.Encodings.Web;
using System.Text.Json;

namespace FinInvest.Graph.Casework.MoveCase;

/// <summary>Postings as JSON lines: every column under its name; what a source does not say is left out, which is not the same as "".</summary>
internal static class PostingLines
{
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(Utf8JsonWriter json, PostingPage p, int i)
    {
        json.WriteStartObject();
        json.WriteString("statement", p.StatementIds[p.Statement[i]]);
        json.WriteNumber("row", p.Row[i]);
        Text(json, "account", p.Account[i] == 0 ? null : p.AccountNames[p.Account[i]]);
        Text(json, "counterparty", p.Counterparty[i] == 0 ? null : p.AccountNames[p.Counterparty[i]]);
        json.WriteNumber("minor", p.Minor[i]);
        json.WriteString("currency", p.CurrencyCodes[p.Currency[i]]);
        if (p.CounterMinor[i] != 0)
        {
            json.WriteNumber("counterMinor", p.CounterMinor[i]);
            json.WriteString("counterCurrency", p.CurrencyCodes[p.CounterCurrency[i]]);
        }

        Number(json, "bookingDay", p.BookingDay[i], Day.NoneNumber);
        Number(json, "valueDay", p.ValueDay[i], Day.NoneNumber);
        Number(json, "instant", p.Instant[i], Instant.None);
        Number(json, "kind", (long)p.Kind[i], 0);
        Number(json, "origin", (long)p.Origin[i], 0);
        Number(json, "balance", p.Balance[i], PostingPage.NoBalance);
        Number(json, "counterBalance", p.CounterBalance[i], PostingPage.NoBalance);
        Text(json, "reference", p.Reference[i]);
        Text(json, "endToEndId", p.EndToEndId[i]);
        Text(json, "localId", p.LocalId[i]);
        Text(json, "counterpartyName", p.CounterpartyName[i]);
        Text(json, "text", p.Text[i]);
        json.WriteEndObject();
    }

    /// <summary>Reads one line into row i of a page.</summary>
    /// <exception cref="JsonException">The line is no posting.</exception>
    public static void Read(ReadOnlySpan<byte> line, PostingPage p, int i, NameList accounts, NameList statements, NameList currencies)
    {
        var json = new Utf8JsonReader(line);
        Demand(json.Read() && json.TokenType == JsonTokenType.StartObject);
        (p.BookingDay[i], p.ValueDay[i]) = (Day.NoneNumber, Day.NoneNumber);
        var seen = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var column = json.GetString();
            Demand(json.Read());
            seen |= Column(ref json, column, p, i, accounts, statements, currencies);
        }

        Demand(json.TokenType == JsonTokenType.EndObject && seen == 0b1111 && !json.Read());
    }

    /// <returns>A bit for each column that every posting has.</returns>
    private static int Column(ref Utf8JsonReader json, string? column, PostingPage p, int i, NameList accounts, NameList statements, NameList currencies)
    {
        try
        {
            switch (column)
            {
                case "statement": p.Statement[i] = statements.Number(Text(ref json)); return 1;
                case "row": p.Row[i] = json.GetInt32(); return 2;
                case "minor": p.Minor[i] = json.GetInt64(); return 4;
                case "currency": p.Currency[i] = (byte)currencies.Number(Text(ref json)); return 8;
                case "account": p.Account[i] = accounts.Number(Text(ref json)); return 0;
                case "counterparty": p.Counterparty[i] = accounts.Number(Text(ref json)); return 0;
                case "counterMinor": p.CounterMinor[i] = json.GetInt64(); return 0;
                case "counterCurrency": p.CounterCurrency[i] = (byte)currencies.Number(Text(ref json)); return 0;
                case "bookingDay": p.BookingDay[i] = json.GetInt32(); return 0;
                case "valueDay": p.ValueDay[i] = json.GetInt32(); return 0;
                case "instant": p.Instant[i] = json.GetInt64(); return 0;
                case "kind": p.Kind[i] = (PostingKind)json.GetByte(); return 0;
                case "origin": p.Origin[i] = (PostingOrigin)json.GetByte(); return 0;
                case "balance": p.Balance[i] = json.GetInt64(); return 0;
                case "counterBalance": p.CounterBalance[i] = json.GetInt64(); return 0;
                case "reference": p.Reference[i] = Text(ref json); return 0;
                case "endToEndId": p.EndToEndId[i] = Text(ref json); return 0;
                case "localId": p.LocalId[i] = Text(ref json); return 0;
                case "counterpartyName": p.CounterpartyName[i] = Text(ref json); return 0;
                case "text": p.Text[i] = Text(ref json); return 0;
                default: throw new JsonException($"A posting has no column \"{column}\".");
            }
        }
        catch (Exception e) when (e is FormatException or InvalidOperationException)
        {
            throw new JsonException($"Column \"{column}\" of a posting cannot be read.");
        }
    }

    private static string Text(ref Utf8JsonReader json) => json.GetString() ?? throw new JsonException("A text of a posting is null.");

    private static void Demand(bool holds)
    {
        if (!holds)
        {
            throw new JsonException("The line is no posting with statement, row, minor and currency.");
        }
    }

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter json, string name, long value, long none)
    {
        if (value != none)
        {
            json.WriteNumber(name, value);
        }
    }
}
