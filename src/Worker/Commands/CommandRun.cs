using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using FinInvest.Graph.Casework;
using FinInvest.Graph.Casework.Budgets;
using FinInvest.Graph.Casework.ReviewScores;
using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Neo4j.Transport;

namespace FinInvest.Graph.Worker.Commands;

/// <summary>Opens the workspace, runs a command's body and turns what went wrong into a sentence and an exit code.</summary>
internal static class CommandRun
{
    public const string DefaultWorkspace = "fininvest-case";

    public static Option<string> Workspace() => new("--workspace", "-w")
    {
        Description = "The folder that keeps the case, or its address on a Neo4j server (http://host:7474/CASE).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("FININVEST_WORKSPACE") ?? DefaultWorkspace,
    };

    public static Option<bool> Json() => new("--json") { Description = "Answer in JSON on standard output." };

    /// <summary>The most rows a question may be answered from; unset = all.</summary>
    public static Option<long?> BudgetRows() => new("--budget-rows")
    {
        Description = "Of a case with more rows, read only those that bear on the question, if they are no more than this (FININVEST_BUDGET_ROWS).",
        CustomParser = r => Rows("--budget-rows", r.Tokens[0].Value, r.AddError),
        DefaultValueFactory = r => Environment.GetEnvironmentVariable("FININVEST_BUDGET_ROWS") is { Length: > 0 } text ? Rows("FININVEST_BUDGET_ROWS", text, r.AddError) : null,
    };

    private static long? Rows(string setting, string text, Action<string> error)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows > 0)
        {
            return rows;
        }

        error($"{setting} is a number of rows, at least 1, not '{text}'.");
        return null;
    }

    /// <summary>The budget of a question; null = the whole case is read.</summary>
    /// <param name="targets">Assets, or balance:ACCOUNT.</param>
    public static RowBudget? Budget(long? rows, IReadOnlyList<string> targets) =>
        rows is { } most ? new RowBudget(most, [.. targets.Where(t => t.StartsWith("balance:", StringComparison.Ordinal)).Select(t => t["balance:".Length..])]) : null;

    /// <summary>The version of a query; unset = now.</summary>
    public static Option<CaseVersion?> At() => new("--at")
    {
        Description = "As the case was at an earlier version, LOADS.DECISIONS as results print it (4.2).",
        CustomParser = r => Version(r.Tokens[0].Value, r.AddError),
    };

    /// <summary>A version as a person types it; null after an error.</summary>
    public static CaseVersion? Version(string text, Action<string> error)
    {
        if (CaseVersion.TryParse(text, out var version))
        {
            return version;
        }

        error($"'{text}' is no version: type LOADS.DECISIONS as results print it, such as 4.2.");
        return null;
    }

    /// <summary>A command on a case that must exist already.</summary>
    public static Task<int> OnCaseAsync(string place, Func<ICaseStore, CancellationToken, Task<int>> body, CancellationToken ct) => GuardAsync(async () =>
    {
        await using var store = await StoreOpener.OpenAsync(place, ct);
        return await body(store, ct);
    });

    /// <param name="at">The version that is asked about; null = now.</param>
    /// <param name="budget">null = the whole case is read.</param>
    public static Task<int> OnCaseAsync(string place, CaseVersion? at, Func<CaseReview, CancellationToken, Task<int>> body, CancellationToken ct, RowBudget? budget = null) => OnCaseAsync(place, async (ICaseStore w, CancellationToken c) =>
    {
        using var file = budget is null ? await CaseFile.OpenAsync(w.Case, c, w.Cache, at, w.Rows) : await CaseFile.OpenWithinAsync(w.Case, budget, c, w.Cache, at, w.Rows);
        return await body(new CaseReview(file), c);
    }, ct);

    public static async Task<int> GuardAsync(Func<Task<int>> body)
    {
        try
        {
            return await body();
        }
        catch (CaseQuestionException e)
        {
            return await SayAsync(e.Message, ExitCodes.NothingFound);
        }
        catch (CaseRefusalException e)
        {
            return await SayAsync(e.Message, ExitCodes.RefusedByCase);
        }
        catch (DocumentExpungedException e)
        {
            return await SayAsync(e.Message, ExitCodes.RefusedByCase);
        }
        catch (StoreBusyException e)
        {
            return await SayAsync(e.Message, ExitCodes.Busy);
        }
        catch (StoreConflictException e)
        {
            return await SayAsync(e.Message, ExitCodes.Busy);
        }
        catch (StoreVersionException e)
        {
            return await SayAsync(e.Message, ExitCodes.Fault);
        }
        catch (ArgumentException e)
        {
            return await SayAsync(e.ParamName is null ? e.Message : e.Message.Replace($" (Parameter '{e.ParamName}')", "", StringComparison.Ordinal), ExitCodes.Usage);
        }
        catch (OperationCanceledException)
        {
            return await SayAsync("Interrupted; nothing was changed.", ExitCodes.Fault);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return await SayAsync(e.Message, ExitCodes.Fault);
        }
        catch (CypherException e)
        {
            return await SayAsync(e.Message, ExitCodes.Fault);
        }
        catch (DbException e)
        {
            return await SayAsync($"The case file answered: {e.Message}", ExitCodes.Fault);
        }
        catch (OverflowException)
        {
            return await SayAsync("An amount or a sum of amounts does not fit 64 bits of minor units. Look for the wrong amount or balance in the files loaded last, and exclude that document: fininvest exclude FILE --by WHO --reason WHY", ExitCodes.Fault);
        }
        catch (Exception e) when (e is not OutOfMemoryException && Environment.GetEnvironmentVariable("FININVEST_TRACE") is null)
        {
            return await SayAsync($"A fault in the program, not in what you typed: {e.Message} Nothing was changed. Set FININVEST_TRACE=1 to see where, and report it.", ExitCodes.Fault);
        }
    }

    private static async Task<int> SayAsync(string sentence, int code)
    {
        await Console.Error.WriteLineAsync(sentence);
        return code;
    }
}
