namespace FinInvest.Graph.Worker.Commands;

/// <summary>An exhibit's JSON file as a person names it.</summary>
internal static class ExhibitText
{
    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static async Task<string> ReadAsync(string path, CancellationToken ct) => File.Exists(path) ? await File.ReadAllTextAsync(path, ct)
        : throw new ArgumentException($"There is no file '{path}': name the JSON form of an exhibit.");
}
