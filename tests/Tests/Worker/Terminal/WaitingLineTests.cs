using FinInvest.Graph.Worker.Terminal;
using Xunit;

namespace FinInvest.Graph.Tests.Worker.Terminal;

/// <summary>What a person at a terminal sees while a large question is answered.</summary>
public class WaitingLineTests
{
    [Fact]
    public void A_large_question_says_before_it_starts_how_long_it_will_take()
    {
        using var text = new StringWriter();
        using (var line = new WaitingLine(text))
        {
            line.Expect("answering", 42.3);
            Assert.Contains("answering: 0 of about 43 s", text.ToString(), StringComparison.Ordinal);
        }

        Assert.EndsWith("\r" + new string(' ', 78) + "\r", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_short_question_says_nothing()
    {
        using var text = new StringWriter();
        using (var line = new WaitingLine(text))
        {
            line.Report("reading rows, 10 so far");
            line.Expect("answering", 0.4);
        }

        Assert.Equal("", text.ToString());
    }

    [Fact]
    public void Nothing_is_written_after_the_answer_began()
    {
        using var text = new StringWriter();
        using var line = new WaitingLine(text);
        line.Expect("answering", 10);
        WaitingLine.End();
        var length = text.ToString().Length;
        line.Expect("answering", 20);
        Assert.Equal(length, text.ToString().Length);
    }
}
