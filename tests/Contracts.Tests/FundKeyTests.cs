namespace PianoZona.Contracts.Tests;

public sealed class FundKeyTests
{
    [Fact]
    public void CompareTo_FundThenYear_Orders()
    {
        FundKey[] keys = [new("QSFP", 2020), new("FNPS", 2021), new("FNPS", 2020), new("PNRR-1.1.1", 2022)];

        Assert.Equal(
            ["FNPS/2020", "FNPS/2021", "PNRR-1.1.1/2022", "QSFP/2020"],
            keys.Order().Select(key => key.ToString()),
            StringComparer.Ordinal);
    }

    [Fact]
    public void CompareTo_EqualKeys_IsZero() =>
        Assert.Equal(0, new FundKey("FSR", 2021).CompareTo(new FundKey("FSR", 2021)));
}
