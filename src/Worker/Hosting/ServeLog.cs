using Microsoft.Extensions.Logging;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>
/// What the worker says to its log. Down to information level a file is named by case, sender and the first digits of its hash: its own name and the
/// messages of faults may hold the name of a person, and come at debug level only. Texts of rows are never logged.
/// </summary>
internal static partial class ServeLog
{
    [LoggerMessage(1, LogLevel.Information, "Serving {Root}; endpoints {Endpoint}; {Unfinished} files were unfinished when the worker last ended.")]
    public static partial void Started(ILogger log, string root, string endpoint, int unfinished);

    [LoggerMessage(2, LogLevel.Information, "Loaded {Hash} of {CaseName}/{Sender}: load {Load}, {Rows} rows, {Facts} facts, {Rejects} rejected, {Milliseconds} ms.")]
    public static partial void Loaded(ILogger log, string hash, string caseName, string sender, long load, long rows, long facts, long rejects, long milliseconds);

    [LoggerMessage(3, LogLevel.Information, "Nothing new in {Hash} of {CaseName}/{Sender}: held since load {Load}.")]
    public static partial void Repeat(ILogger log, string hash, string caseName, string sender, long load);

    [LoggerMessage(4, LogLevel.Warning, "Quarantined {Hash} of {CaseName}/{Sender}: {Codes}.")]
    public static partial void Quarantined(ILogger log, string hash, string caseName, string sender, string codes);

    [LoggerMessage(5, LogLevel.Warning, "Put off a file of {CaseName}/{Sender} for {Seconds} s: {Fault}.")]
    public static partial void PutOff(ILogger log, string caseName, string sender, double seconds, string fault);

    [LoggerMessage(6, LogLevel.Warning, "Trying again after {Fault}.")]
    public static partial void Retry(ILogger log, string fault);

    [LoggerMessage(7, LogLevel.Warning, "Holding the files of {CaseName}/{Sender}: its terms cannot be used; held.txt beside them says why.")]
    public static partial void Held(ILogger log, string caseName, string sender);

    [LoggerMessage(8, LogLevel.Information, "Gave back a file of {CaseName}/{Sender}: the worker was told to stop.")]
    public static partial void GivenBack(ILogger log, string caseName, string sender);

    [LoggerMessage(9, LogLevel.Warning, "The disk has {Free} MB free, less than DiskFreeMegabytes; no file is taken until there is more.")]
    public static partial void DiskFull(ILogger log, long free);

    [LoggerMessage(10, LogLevel.Warning, "A file of {CaseName}/{Sender} left the inbox by another hand before it was filed.")]
    public static partial void Gone(ILogger log, string caseName, string sender);

    [LoggerMessage(11, LogLevel.Information, "Stopped in order.")]
    public static partial void Stopped(ILogger log);

    [LoggerMessage(12, LogLevel.Warning, "The inbox could not be looked at: {Fault}.")]
    public static partial void ScanFailed(ILogger log, string fault);

    [LoggerMessage(13, LogLevel.Information, "Trying {Files} quarantined files of {CaseName}/{Sender} again: the mapping changed.")]
    public static partial void Requeued(ILogger log, int files, string caseName, string sender);

    [LoggerMessage(14, LogLevel.Warning, "{Sentence} The worker waits; files stay in the inbox until it answers.")]
    public static partial void StoreAway(ILogger log, string sentence);

    [LoggerMessage(15, LogLevel.Information, "The store answers again; files are taken.")]
    public static partial void StoreBack(ILogger log);

    [LoggerMessage(16, LogLevel.Error, "{Sentence}")]
    public static partial void StoreRefused(ILogger log, string sentence);

    [LoggerMessage(17, LogLevel.Warning, "Gave back a file of {CaseName}/{Sender} after {Fault}: it is not tried again by itself; the note beside it says what to do.")]
    public static partial void NotTriedAgain(ILogger log, string caseName, string sender, string fault);

    [LoggerMessage(20, LogLevel.Debug, "{File}")]
    public static partial void Detail(ILogger log, Exception? fault, string file);
}
