using System.Text.Json;
using System.Text.Json.Serialization;

namespace FinInvest.Graph.Store.Embedded.Backup;

/// <summary>What a backup of a workspace consists of; written last, so that a backup that was broken off has none.</summary>
/// <param name="Schema"><see cref="SchemaName"/>.</param>
/// <param name="Version">Version of the case at the backup.</param>
/// <param name="Chain">Link of its last decision.</param>
public sealed partial record BackupManifest(string Schema, string Version, string Chain, IReadOnlyList<BackupFile> Files)
{
    public const string SchemaName = "fininvest.backup/1";
    public const string FileName = "manifest.json";

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.BackupManifest);

    /// <exception cref="InvalidDataException">It is no manifest, or names what no backup holds.</exception>
    internal static BackupManifest Read(string path)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize(File.ReadAllBytes(path), ManifestJson.Default.BackupManifest);
            return manifest is { Schema: SchemaName, Files: not null } && manifest.Files.All(f => f.Name == Workspace.CaseFile || IsVaultName(f.Name)) && manifest.Files.Any(f => f.Name == Workspace.CaseFile) ? manifest
                : throw new InvalidDataException($"{path} is no manifest of a backup that this program knows ({SchemaName}).");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is no manifest of a backup: {e.Message}");
        }
    }

    private static bool IsVaultName(string name) => name.Length == 6 + 64 && name.StartsWith("vault/", StringComparison.Ordinal) && name[6..].All(char.IsAsciiHexDigitLower);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
    [JsonSerializable(typeof(BackupManifest))]
    private sealed partial class ManifestJson : JsonSerializerContext;
}
