#!/usr/bin/env bash
# Kiota's .NET client (under Microsoft.Graph) and answers that a gateway gives in place of the service.
#
# Documented (Kiota, "Error handling"): an error status throws an API exception with the status, also when the body
# cannot be read as the mapped error. Seen:
#   1. 500 with text/plain: InvalidOperationException "text does not support structured data", no status;
#      with text/html, application/xml or broken JSON: ApiException with the status, as documented.
#   2. A call without a result (send of a mail) takes 200 with the HTML page of a gateway, and 304, for success:
#      the mail counts as sent and was not.
#   3. A list call takes 200 with "{}", "[]", an empty body, and 304, for an answer without a list: null, no exception.
#   4. A redirect to itself: InvalidOperationException "Too many redirects performed", no status.
# The script fails when any of this changes.
set -euo pipefail

folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat > answers.csproj <<'PROJECT'
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <NoWarn>NU1603</NoWarn>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Microsoft.Graph" Version="[6.10.0]" />
    <PackageReference Include="Microsoft.Kiota.Abstractions" Version="[2.1.6]" />
    <PackageReference Include="Microsoft.Kiota.Authentication.Azure" Version="[2.1.6]" />
    <PackageReference Include="Microsoft.Kiota.Http.HttpClientLibrary" Version="[2.1.6]" />
    <PackageReference Include="Microsoft.Kiota.Serialization.Form" Version="[2.1.6]" />
    <PackageReference Include="Microsoft.Kiota.Serialization.Json" Version="[2.1.6]" />
    <PackageReference Include="Microsoft.Kiota.Serialization.Multipart" Version="[2.1.6]" />
    <PackageReference Include="Microsoft.Kiota.Serialization.Text" Version="[2.1.6]" />
  </ItemGroup>
</Project>
PROJECT

cat > Program.cs <<'PROGRAM'
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

Console.WriteLine($"Microsoft.Graph {VersionOf(typeof(GraphServiceClient))}, Kiota {VersionOf(typeof(ApiException))}, "
    + $".NET {Environment.Version}");

using HttpListener server = Listen(out string address);
(int Status, string Type, string Body) answer = (200, "", "");
_ = Task.Run(async () =>
{
    while (true)
    {
        HttpListenerContext call = await server.GetContextAsync();
        await call.Request.InputStream.CopyToAsync(Stream.Null);
        call.Response.StatusCode = answer.Status;
        if (answer.Status == 307)
        {
            call.Response.RedirectLocation = call.Request.RawUrl;
        }

        byte[] bytes = Encoding.UTF8.GetBytes(answer.Body);
        if (answer.Type.Length > 0)
        {
            call.Response.ContentType = answer.Type;
        }

        if (answer.Status != 304)
        {
            call.Response.ContentLength64 = bytes.Length;
            await call.Response.OutputStream.WriteAsync(bytes);
        }

        call.Response.Close();
    }
});

// The SDK's own handlers, without the one that tries again: an answer is to be seen as it came.
HttpClient http = GraphClientFactory.Create(
    handlers: [.. GraphClientFactory.CreateDefaultHandlers().Where(one => one is not RetryHandler)]);
GraphServiceClient graph = new(http, new AnonymousAuthenticationProvider(), address + "v1.0");
const string Api = "ApiException status=";
bool same = true;

await ListAsync(502, "text/html", "<html><body>502 Bad Gateway</body></html>", Api + "502");
await ListAsync(503, "application/xml", "<error/>", Api + "503");
await ListAsync(500, "application/json", "upstream connect error", Api + "500");
await ListAsync(500, "text/plain", "upstream connect error", "InvalidOperationException: text does not support structured data");
await SendAsync(500, "text/plain", "upstream connect error", "InvalidOperationException: text does not support structured data");
await SendAsync(202, "", "", "success");
await SendAsync(200, "text/html", "<html><body>Sign in</body></html>", "success");
await SendAsync(304, "", "", "success");
await ListAsync(200, "application/json", "{\"value\":[]}", "a list");
await ListAsync(200, "application/json", "{}", "no list");
await ListAsync(200, "application/json", "[]", "no list");
await ListAsync(200, "application/json", "", "null");
await ListAsync(304, "", "", "null");
await ListAsync(307, "", "", "InvalidOperationException: Too many redirects performed");
return same ? 0 : 1;

Task ListAsync(int status, string type, string body, string expected) => SeeAsync("list", status, type, body, expected, async () =>
{
    var list = await graph.Users["a@b.example"].Messages.GetAsync();
    return list is null ? "null" : list.Value is null ? "no list" : "a list";
});

Task SendAsync(int status, string type, string body, string expected) => SeeAsync("send", status, type, body, expected, async () =>
{
    await graph.Users["a@b.example"].Messages["x"].Send.PostAsync();
    return "success";
});

async Task SeeAsync(string call, int status, string type, string body, string expected, Func<Task<string>> act)
{
    answer = (status, type, body);
    string seen;
    try
    {
        seen = await act();
    }
    catch (ApiException failure)
    {
        seen = $"{failure.GetType().Name} status={failure.ResponseStatusCode}";
    }
    catch (Exception failure)
    {
        seen = $"{failure.GetType().Name}: {failure.Message}";
    }

    same &= seen == expected;
    Console.WriteLine($"{(seen == expected ? "same   " : "CHANGED")} {call} {status} {type,-16} {body,-45} -> {seen}"
        + (seen == expected ? "" : $" (was: {expected})"));
}

static HttpListener Listen(out string address)
{
    using (TcpListener free = new(IPAddress.Loopback, 0))
    {
        free.Start();
        address = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
    }

    HttpListener server = new();
    server.Prefixes.Add(address);
    server.Start();
    return server;
}

static string VersionOf(Type type) =>
    System.Diagnostics.FileVersionInfo.GetVersionInfo(type.Assembly.Location).ProductVersion!.Split('+')[0];
PROGRAM

dotnet build --nologo -v quiet
dotnet bin/Debug/net10.0/answers.dll
