using System.Globalization;
using System.Text;
using FinInvest.Graph.Store;

namespace FinInvest.Graph.Worker.Hosting;

/// <summary>How long a file that cannot be loaded is tried: what may pass is put off a stated number of times, what does not pass by itself not once. Then the file is given back with a note beside it.</summary>
internal sealed class FilePatience(ServeOptions options)
{
    /// <summary>Ending of the note. A person who deletes it has the file tried again.</summary>
    public const string NoteSuffix = ".held.txt";

    private readonly Dictionary<string, int> putOff = new(StringComparer.Ordinal);

    /// <summary>Counts a fault of a file.</summary>
    /// <returns>True = it has been tried often enough.</returns>
    public bool IsOver(InboxFile file, Exception fault)
    {
        var times = putOff[file.Path] = putOff.GetValueOrDefault(file.Path) + 1;
        return times > options.PutOffs || fault is StoreFaultException { IsTransient: false } or StoreVersionException;
    }

    /// <summary>The file is on its way, or begins anew.</summary>
    public void Forget(InboxFile file) => putOff.Remove(file.Path);

    /// <summary>Says beside the file why it waits, and begins to count anew.</summary>
    public void GiveBack(InboxFile file, Exception fault)
    {
        var times = putOff.GetValueOrDefault(file.Path);
        Forget(file);
        var tries = times == 1 ? "was tried and" : string.Create(CultureInfo.InvariantCulture, $"was tried at {times} times and");
        var text = $"""
            {file.Name} {tries} could not be loaded; it is not tried again by itself. The case did not change.
            fault: {fault.Message}

            what to do
              Mend what the fault names. Then delete this note, or send the file again, or start the worker again: the file is taken anew.

            """;
        ServeFolders.WriteWhole(file.Path + NoteSuffix, target => target.Write(Encoding.UTF8.GetBytes(text)));
    }
}
