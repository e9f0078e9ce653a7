using FinInvest.Graph.Casework;
using Spectre.Console;

namespace FinInvest.Graph.Worker.Terminal;

/// <summary>Tables and lines for a person; fits 80 columns; plain text in a pipe.</summary>
internal static class Screen
{
    private static readonly IAnsiConsole Console = Create();

    public static Table Table(string title, params ReadOnlySpan<string> columns)
    {
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape(title));
        foreach (var column in columns)
        {
            var right = column.StartsWith('>');
            var header = new TableColumn(new Text(right ? column[1..] : column)) { Alignment = right ? Justify.Right : Justify.Left };
            // The first column is what people copy; numbers must not break.
            table.AddColumn(right || table.Columns.Count == 0 ? header.NoWrap() : header);
        }

        return table;
    }

    public static void Row(this Table table, params string[] cells) => table.AddRow(cells.Select(c => new Text(c)));

    /// <summary>Writes a table under its title. The title is a line of its own: inside a narrow table it would break.</summary>
    public static void Show(Table table)
    {
        if (table.Title is { } title)
        {
            table.Title = null;
            Console.WriteLine();
            Console.Write(new Markup(title.Text));
            Console.WriteLine();
        }

        Console.Write(table);
    }

    /// <summary>A line set in by some columns; where it is too long, so are the lines that carry it on.</summary>
    public static void Item(int indent, string text) => Console.Write(new Padder(new Text(text), new Padding(indent, 0, 0, 0)));

    public static void Line(string text = "") => Console.WriteLine(text);

    /// <summary>Says so where an answer rests on a part of the case.</summary>
    public static void Part(CaseFile file)
    {
        if (file.Extent is { } part)
        {
            Line(part.Sentence);
        }
    }

    /// <summary>A record too wide for a table: a first line to copy from, the rest below it.</summary>
    public static void Entry(string head, params ReadOnlySpan<string> below)
    {
        Line(head);
        foreach (var line in below)
        {
            if (line.Length > 0)
            {
                Line("    " + line);
            }
        }
    }

    /// <summary>Money in the currency's decimals with spaces between thousands.</summary>
    public static string Money(long minor, int exponent) => Model.Values.Money.Format(minor, exponent, " ");

    private static IAnsiConsole Create()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(System.Console.Out) });
        console.Profile.Width = System.Console.IsOutputRedirected ? 80 : Math.Clamp(console.Profile.Width, 80, 160);
        return console;
    }
}
