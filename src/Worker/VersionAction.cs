using System.CommandLine;
using System.CommandLine.Invocation;
using FinInvest.Graph.Store.Neo4j.Bolt;

namespace FinInvest.Graph.Worker;

/// <summary>Answers --version: the program, and the ways to a Neo4j server that were built into it.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine(ProgramVersion.Text);
        Console.Out.WriteLine("Transports to Neo4j: " + Neo4jTransports.BuiltIn);
        return ExitCodes.Done;
    }
}
