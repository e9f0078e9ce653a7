using System.Reflection;

namespace FinInvest.Graph.Worker;

/// <summary>Name and version as every result prints it.</summary>
internal static class ProgramVersion
{
    public static string Text { get; } = "FinInvest.Graph " + (typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0");
}
