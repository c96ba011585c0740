using System.Net;
using System.Net.Http.Headers;
using System.Text;
using PianoZona.EndToEnd.Commands;
using PianoZona.EndToEnd.Support;

namespace PianoZona.EndToEnd;

/// <summary>Forms with files, as browsers send them and as they should not.</summary>
public sealed class SendingFormTests(HubFixture hub) : IClassFixture<HubFixture>
{
    // What is asked for beside the file is believed only where there is such a flow and period.
    [Theory]
    [InlineData("perché", "2022")]
    [InlineData("../018041/spesa-sociale", "2022")]
    [InlineData("spesa-sociale", "ieri")]
    [InlineData("", "")]
    public async Task TakeIn_ForAFlowOrPeriodThatIsNone_AsksTheFile(string flow, string period)
    {
        using MultipartFormDataContent form = [];
        form.Add(new StringContent(flow), "flusso");
        form.Add(new StringContent(period), "periodo");
        form.Add(new StringContent(Csv.Spending("018030", 2022, ("ANZIANI", "1,00"))), "file", "spesa.csv");
        using HttpClient client = SignedIn.As(hub.Address, "comune", "018030", accept: "text/html");
        using HttpResponseMessage page = await client.PostAsync(new Uri("invia", UriKind.Relative), form);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("anno 2022", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nessuna parte")]
    [InlineData("")]
    [InlineData("--confine\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nente;anno")]
    [InlineData("--confine\r\nContent-Disposition: form-data; name=\"flusso\"\r\n\r\nspesa")]
    public async Task TakeIn_AFormThatIsNotWhole_IsAMistakeOfWhoSentIt(string body)
    {
        using ByteArrayContent content = new(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=confine");
        using HttpClient client = SignedIn.As(hub.Address, "comune", "018030");
        using HttpResponseMessage answer = await client.PostAsync(new Uri("invia", UriKind.Relative), content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
