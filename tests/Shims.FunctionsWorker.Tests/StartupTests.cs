using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;

namespace PianoZona.Shims.FunctionsWorker.Tests;

public sealed class WrongFunctions
{
    [Function("Twice")]
    public void TwiceA([TimerTrigger("0 0 0 * * *")] TimerInfo timer) => _ = timer;

    [Function("twice")]
    public void TwiceB([TimerTrigger("0 0 0 * * *")] TimerInfo timer) => _ = timer;

    [Function("BadSchedule")]
    public void BadSchedule([TimerTrigger("at noon")] TimerInfo timer) => _ = timer;

    [Function("NeverDue")]
    public void NeverDue([TimerTrigger("0 0 0 30 2 *")] TimerInfo timer) => _ = timer;

    [Function("MissingSetting")]
    public void MissingSetting([QueueTrigger("%NonCE%")] string message) => _ = message;

    [Function("MissingConnection")]
    public void MissingConnection([QueueTrigger("coda", Connection = "Altrove")] string message) => _ = message;

    [Function("BadQueue")]
    public void BadQueue([QueueTrigger("a_b")] string message) => _ = message;

    [Function("BadTrigger")]
    public void BadTrigger([TimerTrigger("0 0 0 * * *")] string timer) => _ = timer;

    [Function("UnknownParameter")]
    public void UnknownParameter([QueueTrigger("coda")] string message, IFormatProvider other) => _ = (message, other);

    [Function("NoTrigger")]
    public void NoTrigger(string message) => _ = message;

    [Function("Output")]
    public Task<string> Output([QueueTrigger("coda")] string message) => Task.FromResult(message);

    [Function("BadRoute")]
    public IActionResult BadRoute([HttpTrigger(AuthorizationLevel.Anonymous, Route = "a/{b")] HttpRequest request) =>
        throw new NotSupportedException(request.Path);

    [Function("UserLevel")]
    public IActionResult UserLevel([HttpTrigger(AuthorizationLevel.User, "get")] HttpRequest request) => throw new NotSupportedException(request.Path);

    [Function("Void")]
#pragma warning disable VSTHRD100, MA0155 // What the test is about.
    public async void Void([QueueTrigger("coda")] string message) => await Task.FromResult(message);
#pragma warning restore VSTHRD100, MA0155
}

public sealed class StartupTests
{
    private const string DevelopmentStorage = "UseDevelopmentStorage=true";

    [Theory]
    [InlineData("Function name 'Twice' is used by")]
    [InlineData("'BadSchedule': 'at noon' is not an NCRONTAB")]
    [InlineData("'NeverDue': '0 0 0 30 2 *' is not")]
    [InlineData("'MissingSetting': setting 'NonCE'")]
    [InlineData("'MissingConnection': connection setting 'Altrove' is not there")]
    [InlineData("'BadQueue': 'a_b' is not a valid queue name")]
    [InlineData("a timerTrigger cannot bind to parameter 'timer' of type System.String")]
    [InlineData("nothing can bind parameter 'other' of type System.IFormatProvider")]
    [InlineData("'NoTrigger' (PianoZona.Shims.FunctionsWorker.Tests.WrongFunctions.NoTrigger) must have exactly one parameter")]
    [InlineData("return type System.Threading.Tasks.Task`1[System.String] is not supported")]
    [InlineData("'BadRoute': route '/api/a/{b' is not valid")]
    [InlineData("authorization level User is not supported")]
    [InlineData("is 'async void'")]
    [InlineData("batchSize must be a whole number from 1 to 32, and is '64'")]
    [InlineData("maxPollingInterval must be a time from 00:00:00.1000000")]
    [InlineData("there is no time zone 'Luna/Mare'")]
    public void Build_ManyErrors_ListsEachOfThem(string expected)
    {
        FunctionsApplicationBuilder builder = TestHost.Builder(DevelopmentStorage, new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["AzureFunctionsJobHost:extensions:queues:batchSize"] = "64",
            ["AzureFunctionsJobHost:extensions:queues:maxPollingInterval"] = "00:00:00.01",
            ["WEBSITE_TIME_ZONE"] = "Luna/Mare",
        }, typeof(WrongFunctions));
        FunctionsStartupException exception = Assert.Throws<FunctionsStartupException>(() => builder.Build());
        Assert.Contains(exception.Errors, error => error.Contains(expected, StringComparison.Ordinal));
        Assert.Equal(16, exception.Errors.Count);
    }

    [Fact]
    public void Build_NoStorageForTimer_IsRefused()
    {
        FunctionsApplicationBuilder builder = TestHost.Builder("", [], typeof(StartupFunction));
        Assert.Contains("AzureWebJobsStorage", Assert.Throws<FunctionsStartupException>(() => builder.Build()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_HttpWithoutWebApplication_IsRefused()
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([]);
        builder.Services.AddFunctionTypes(typeof(WebFunctions));
        Assert.Contains("ConfigureFunctionsWebApplication", Assert.Throws<FunctionsStartupException>(() => builder.Build()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_IdentityBasedConnection_IsAccepted()
    {
        FunctionsApplicationBuilder builder = TestHost.Builder("", [], typeof(StringFunction), typeof(StartupFunction));
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Queue"] = "coda",
            ["AzureWebJobsStorage"] = null,
            ["AzureWebJobsStorage:queueServiceUri"] = "https://conto.queue.core.windows.net",
            ["AzureWebJobsStorage:accountName"] = "conto",
            ["AzureWebJobsStorage:clientId"] = "11111111-1111-1111-1111-111111111111",
            ["AzureWebJobsStorage:credential"] = "managedidentity",
        });
        builder.Build().Dispose();
    }

    [Fact]
    public void Read_HostJsonBesideTheProgram_IsTheDefaultOfEverySetting()
    {
        FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder([]);
        List<string> errors = [];
        HostSettings settings = HostSettings.Read(builder.Configuration, errors);
        Assert.Empty(errors);
        Assert.Equal((8, 4, 4L), (settings.Queues.BatchSize, settings.Queues.NewBatchThreshold, settings.Queues.MaxDequeueCount));
        Assert.Equal(TimeSpan.FromMinutes(10), settings.FunctionTimeout);
        Assert.Equal("Error", builder.Configuration["Logging:LogLevel:Prova"]);
    }

    [Fact]
    public void AddFunctionsFrom_Assembly_FindsItsFunctions()
    {
        FunctionsApplicationBuilder builder = TestHost.Builder(DevelopmentStorage, []);
        builder.Services.AddFunctionsFrom(typeof(WrongFunctions).Assembly);
        FunctionsStartupException exception = Assert.Throws<FunctionsStartupException>(() => builder.Build());
        Assert.Contains(exception.Errors, error => error.Contains(nameof(WrongFunctions), StringComparison.Ordinal));
    }
}
