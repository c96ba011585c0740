using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using PianoZona.Contracts.Flows;
using PianoZona.Functions.Requests;
using PianoZona.Web.Filling;

namespace PianoZona.EndToEnd.Forms;

/// <summary>What a browser, or who pretends to be one, sends as a form.</summary>
public sealed class SentFormTests
{
    private const string Fields = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData(null, "")]
    [InlineData("application/json", "{}")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=B", "--B\r\nContent-Disp")]
    [InlineData(Fields, "importo-1=%00")]
    public async Task Fields_WhatIsNoWholeForm_IsAFaultOfTheRequest(string? type, string body) =>
        await Assert.ThrowsAsync<BadHttpRequestException>(() => Request(type, body).FieldsAsync(default));

    /// <summary>What is in force and what was a year before, besides what was typed.</summary>
    [Fact]
    public async Task Rows_AsManyAsAPageShows_AreAllTaken()
    {
        const int Rows = 3 * OnlineForm.MostRows;
        IFormCollection form = await Request(Fields, Table(UnitaOfferta.Schema, Rows)).FieldsAsync(default);

        IReadOnlyList<IReadOnlyList<string>> taken = FilledForm.RowsOf(UnitaOfferta.Schema, form);

        Assert.Equal(Rows, taken.Count);
        Assert.All(taken, row => Assert.All(row, cell => Assert.Equal("x", cell)));
    }

    [Theory]
    [InlineData("utenti-500")]
    [InlineData("utenti-2147483647")]
    public async Task Rows_OneThatNoPageHas_IsRefusedAndNotLeftOut(string name)
    {
        IFormCollection form = await Request(Fields, $"utenti-1=1&{name}=1").FieldsAsync(default);

        Assert.Throws<BadHttpRequestException>(() => FilledForm.RowsOf(FsrRilevazione.Schema, form));
    }

    [Fact]
    public async Task Rows_FieldsThatAreNoCells_AreNoRows()
    {
        IFormCollection form = await Request(
            Fields, "versione=x&passo=salva&altro-7=1&utenti-=1&-3=1&utenti=1&utenti-99999999999=1")
            .FieldsAsync(default);

        Assert.Empty(FilledForm.RowsOf(FsrRilevazione.Schema, form));
    }

    private static string Table(FlowSchema flow, int rows) => string.Join('&', Enumerable.Range(1, rows)
        .SelectMany(row => flow.Columns.Select(column => FillView.NameOf(column.Name, row)))
        .Select(name => string.Create(CultureInfo.InvariantCulture, $"{name}=x")));

    private static HttpRequest Request(string? type, string body)
    {
        DefaultHttpContext context = new();
        context.Request.Method = "POST";
        context.Request.ContentType = type;
        context.Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        return context.Request;
    }
}
