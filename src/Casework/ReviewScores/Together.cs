using System.Runtime.ExceptionServices;

namespace FinInvest.Graph.Casework.ReviewScores;

/// <summary>Pure work on as many cores as there are: what comes out stands in the order asked, whichever ends first, and the first fault in that order is thrown as it is.</summary>
internal static class Together
{
    public static T[] Make<T>(int count, Func<int, T> make)
    {
        var made = new T[count];
        var faults = new Exception?[count];
        Parallel.For(0, count, i =>
        {
            try
            {
                made[i] = make(i);
            }
#pragma warning disable CA1031 // Thrown again below, in the order asked.
            catch (Exception e)
#pragma warning restore CA1031
            {
                faults[i] = e;
            }
        });
        if (Array.Find(faults, f => f is not null) is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }

        return made;
    }
}
