using FinInvest.Graph.Store;
using Xunit;

namespace FinInvest.Graph.StoreTests.Codec;

public class FactCodecTests
{
    [Fact]
    public void Every_kind_of_fact_in_the_model_has_a_codec()
    {
        var kinds = typeof(IFact).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false } && typeof(IFact).IsAssignableFrom(t)).Select(t => t.Name).Order(StringComparer.Ordinal);
        Assert.Equal(kinds, FactCodec.Kinds);
        Assert.Equal(FactCodec.Kinds, EveryFact.All.Select(FactCodec.KindOf).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_fact_comes_back_as_it_was_and_its_body_is_the_same_bytes()
    {
        foreach (var fact in EveryFact.All)
        {
            var body = FactCodec.Encode(fact);
            var back = FactCodec.Decode(FactCodec.KindOf(fact), body);
            Assert.Equivalent(fact, back, strict: true);
            Assert.Equal(body, FactCodec.Encode(back));
        }
    }

    [Fact]
    public void A_body_is_readable_and_its_days_are_days()
    {
        Assert.Equal("""{"id":"P1","name":"Әлі Үлгі","form":"person","nationalId":"000101500017","country":"KZ","role":"subject","lei":"5299000J2N45DDNE4Y28","birthDate":"2000-01-01"}""",
            FactCodec.Encode(EveryFact.All.OfType<Party>().First()));
        Assert.Equal("""{"id":"PR2","episode":"E1","day":"1970-01-01"}""", FactCodec.Encode(EveryFact.All.OfType<Proceeds>().Last()));
        Assert.Contains("\"to\":\"\"", FactCodec.Encode(new Act("A", "n", "", "", Day.None, Day.None)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Party", """{"id":"P1","name":"n","shoeSize":42}""")]
    [InlineData("Party", "null")]
    [InlineData("Spaceship", """{"id":"P1"}""")]
    [InlineData("Act", """{"id":"A","name":"n","from":"5 April"}""")]
    public void What_a_newer_program_wrote_is_refused_not_half_read(string kind, string body) => Assert.Throws<StoreVersionException>(() => FactCodec.Decode(kind, body));
}
