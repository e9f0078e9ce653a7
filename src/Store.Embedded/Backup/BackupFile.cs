namespace FinInvest.Graph.Store.Embedded.Backup;

/// <summary>A file of a backup: "case.db" or "vault/" and a hash.</summary>
public sealed record BackupFile(string Name, long Bytes, string Sha256);
