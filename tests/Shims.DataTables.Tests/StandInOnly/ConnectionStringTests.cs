using Azure.Data.Tables;

namespace PianoZona.Shims.DataTables.Tests.StandInOnly;

public sealed class ConnectionStringTests
{
    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("usedevelopmentstorage=true;", "http://127.0.0.1:10002/devstoreaccount1")]
    [InlineData("AccountName=a;AccountKey=a2V5", "https://a.table.core.windows.net/")]
    [InlineData("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=a2V5;EndpointSuffix=e.cn", "http://a.table.e.cn/")]
    [InlineData("AccountName=a;AccountKey=a2V5;TableEndpoint=http://h:1/a", "http://h:1/a")]
    [InlineData("AccountName=a;SharedAccessSignature=sv=1&sig=x", "https://a.table.core.windows.net/")]
    public void Parse_EachForm_FindsTheEndpoint(string text, string endpoint) =>
        Assert.Equal(new Uri(endpoint), ConnectionString.Parse(text).Endpoint);

    [Theory]
    [InlineData("segreto")]
    [InlineData("AccountKey=segreto")]
    [InlineData("AccountName=a")]
    [InlineData("AccountName=a;AccountName=b;AccountKey=segreto")]
    [InlineData("=segreto")]
    [InlineData("AccountName=a;AccountKey=segreto==")]
    public void Parse_NotAConnectionString_ThrowsWithoutRepeatingIt(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => ConnectionString.Parse(text));

        Assert.DoesNotContain("segreto", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_Unsupported_Throws()
    {
        Assert.Throws<NotSupportedException>(
            () => ConnectionString.Parse("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://proxy"));
        Assert.Throws<ArgumentException>(() => ConnectionString.Parse(string.Empty));
    }
}
