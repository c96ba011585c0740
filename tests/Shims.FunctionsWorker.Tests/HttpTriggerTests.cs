using System.Net;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace PianoZona.Shims.FunctionsWorker.Tests;

public sealed class HttpTriggerTests
{
    private static readonly Dictionary<string, string?> Keys = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Functions:Keys:Keyed"] = "function-key",
        ["Functions:HostKeys:default"] = "host-key",
        ["Functions:HostKeys:_master"] = "master-key",
    };

    [Theory]
    [InlineData("GET", "api/items/12", 200, """{"number":12,"method":"GET"}""")]
    [InlineData("GET", "api/items/abc", 200, "name abc")]
    [InlineData("GET", "api/items/12a", 404, "")]
    [InlineData("POST", "api/items/12", 200, "POST 12 corpo")]
    [InlineData("PUT", "api/items/3", 200, "PUT 3 corpo")]
    [InlineData("DELETE", "api/items/12", 404, "")]
    [InlineData("GET", "api/files/a/b.csv?page=2", 200, "a/b.csv 2")]
    [InlineData("GET", "api/files", 200, " 7")]
    [InlineData("GET", "api/files/a?page=x", 500, "")]
    [InlineData("GET", "api/Unrouted", 200, "GET ")]
    [InlineData("PATCH", "api/unrouted?day=2026-02-01", 200, "PATCH 20260201")]
    [InlineData("GET", "items/12", 404, "")]
    [InlineData("GET", "", 404, "")]
    public async Task Route_Request_ReachesItsFunction(string method, string path, int status, string body)
    {
        await using TestHost host = await StartAsync();
        using HttpRequestMessage request = new(new HttpMethod(method), path);
        request.Content = method is "GET" ? null : new StringContent("corpo");
        using HttpResponseMessage response = await host.Http.SendAsync(request);
        Assert.Equal((status, body), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("", "/items/5", 200)]
    [InlineData("v1/hub", "/v1/hub/items/5", 200)]
    [InlineData("v1/hub", "/api/items/5", 404)]
    public async Task Route_PrefixOfHostJson_IsInFront(string prefix, string path, int status)
    {
        await using TestHost host = await StartAsync(("AzureFunctionsJobHost:extensions:http:routePrefix", prefix));
        using HttpResponseMessage response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(status, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("api/file", 200, "text/csv", "a;b")]
    [InlineData("api/json", 200, "application/json; charset=utf-8", """{"name":"p","weight":1}""")]
    [InlineData("api/status", 418, null, "")]
    [InlineData("api/minimal", 200, "text/plain", "minimal")]
    [InlineData("api/direct", 200, null, "direct True")]
    [InlineData("api/throws", 500, null, "")]
    public async Task Result_OfEachKind_IsWritten(string path, int status, string? type, string body)
    {
        await using TestHost host = await StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(
            (status, type, body),
            ((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync()));
        Assert.Equal(status == 500, host.Logs.Lines.Any(line => line.Contains("on purpose", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("api/keyed", null, 401)]
    [InlineData("api/keyed", "wrong", 401)]
    [InlineData("api/keyed", "function-key", 200)]
    [InlineData("api/keyed", "host-key", 200)]
    [InlineData("api/keyed", "master-key", 200)]
    [InlineData("api/master", null, 401)]
    [InlineData("api/master", "host-key", 401)]
    [InlineData("api/master", "master-key", 200)]
    [InlineData("api/status", null, 418)]
    public async Task Authorization_Key_OpensWhatItMay(string path, string? key, int status)
    {
        await using TestHost host = await StartAsync([.. Keys.Select(pair => (pair.Key, pair.Value))]);
        using HttpRequestMessage byHeader = new(HttpMethod.Get, path);
        byHeader.Headers.TryAddWithoutValidation("x-functions-key", key);
        using HttpResponseMessage first = await host.Http.SendAsync(byHeader);
        using HttpResponseMessage second = await host.Http.GetAsync(new Uri($"{path}?code={key}", UriKind.Relative));
        Assert.Equal((status, status), ((int)first.StatusCode, (int)second.StatusCode));
    }

    [Theory]
    [InlineData("api/keyed")]
    [InlineData("api/keyed?code=")]
    [InlineData("api/master?code=anything")]
    public async Task Authorization_NoKeyConfigured_OpensNothing(string path)
    {
        await using TestHost host = await StartAsync();
        using HttpResponseMessage response = await host.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Middleware_InOrder_SeesAndReplacesTheResult()
    {
        FunctionsApplicationBuilder builder = TestHost.Builder("", [], typeof(WebFunctions));
        builder.UseMiddleware<Outer>();
        builder.UseMiddleware(async (context, next) =>
        {
            ((List<string>)context.Items["steps"]).Add("inner");
            await next();
            context.GetInvocationResult().Value = new ContentResult { Content = $"{context.GetInvocationResult().Value!.GetType().Name}" };
        });
        await using TestHost host = await TestHost.StartAsync(builder);
        using HttpResponseMessage response = await host.Http.GetAsync(new Uri("api/status", UriKind.Relative));
        Assert.Equal("StatusCodeResult", await response.Content.ReadAsStringAsync());
        Assert.Equal("outer,inner", response.Headers.GetValues("x-steps").Single());
    }

    [Fact]
    public async Task Middleware_DoesNotGoOn_FunctionDoesNotRun()
    {
        FunctionsApplicationBuilder builder = TestHost.Builder("", [], typeof(WebFunctions));
        builder.UseMiddleware((context, _) =>
        {
            context.GetHttpContext()!.Response.StatusCode = 403;
            return Task.CompletedTask;
        });
        await using TestHost host = await TestHost.StartAsync(builder);
        using HttpResponseMessage response = await host.Http.GetAsync(new Uri("api/held", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Empty(host.Journal.Entries);
    }

    [Fact]
    public async Task Stop_RequestUnderWay_IsAnswered()
    {
        await using TestHost host = await StartAsync();
        Task<string> answer = host.Http.GetStringAsync(new Uri("api/held", UriKind.Relative));
        await host.Journal.WaitForAsync(1);
        Task stop = host.StopAsync();
        host.Journal.OpenGate();
        Assert.Equal("let go", await answer);
        await stop;
    }

    [Fact]
    public async Task Run_CallerLeaves_IsCancelled()
    {
        await using TestHost host = await StartAsync();
        using CancellationTokenSource leave = new();
        Task<string> answer = host.Http.GetStringAsync(new Uri("api/endless", UriKind.Relative), leave.Token);
        await host.Journal.WaitForAsync(1);
        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);
        await Eventually.IsTrueAsync(() => host.Logs.Lines.Any(line => line.Contains("Endless: the caller left", StringComparison.Ordinal)));
    }

    private static Task<TestHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        Dictionary<string, string?> all = new(StringComparer.OrdinalIgnoreCase);
        foreach ((string key, string? value) in settings)
        {
            all[key] = value;
        }

        return TestHost.StartAsync("", all, typeof(WebFunctions));
    }

    private sealed class Outer : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.Items["steps"] = new List<string> { "outer" };
            await next(context);
            context.GetHttpContext()!.Response.Headers["x-steps"] = string.Join(',', (List<string>)context.Items["steps"]);
        }
    }
}
