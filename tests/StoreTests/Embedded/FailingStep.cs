using FinInvest.Graph.Store;
using FinInvest.Graph.Store.Embedded;

namespace FinInvest.Graph.StoreTests.Embedded;

/// <summary>Makes one step fail: before it is done, after it was done without anybody hearing of it, or it and every later one.</summary>
internal sealed class FailingStep(int number, FailureMode mode) : IStepWatch
{
    private int steps;

    /// <summary>The step that failed; "" = none did.</summary>
    public string Failed { get; private set; } = "";

    public void Before(string step)
    {
        steps++;
        if ((mode != FailureMode.After && steps == number) || (mode == FailureMode.ForGood && steps > number))
        {
            Fail(step);
        }
    }

    public void After(string step)
    {
        if (mode == FailureMode.After && steps == number)
        {
            Fail(step);
        }
    }

    private void Fail(string step)
    {
        Failed = Failed.Length > 0 ? Failed : step;
        throw new IOException($"Made to fail: {step}");
    }
}
