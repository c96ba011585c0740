using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NCrontab;
using PianoZona.Functions;
using PianoZona.Functions.Hosting;

namespace PianoZona.Architecture.Tests.Infrastructure;

/// <summary>A deployment with the defaults starts, and what is for one machine only does not start in Azure.</summary>
public sealed partial class DeploymentTests
{
    private static readonly (string Name, string Value) InAzure = ("WEBSITE_SITE_NAME", "func-pianozona");

    [Fact]
    public async Task Options_AsDeployed_AreTheDefaultsOfTheCode()
    {
        IReadOnlyDictionary<string, string> deployed = (await Deployment.GetAsync()).Settings;
        IEnumerable<(string, string?)> settings = deployed.Select(setting =>
            (setting.Key.Replace("__", ":", StringComparison.Ordinal), (string?)setting.Value));

        HubOptions options = Start([.. settings, InAzure]);

        Assert.Equivalent(new HubOptions(), options, strict: true);
    }

    [Theory]
    [InlineData("PublicAddress", "https://hub.example")]
    [InlineData("PublicAddress", "")]
    [InlineData("GraphAddress", " ")]
    [InlineData("LocalSignIn", "false")]
    public void Options_InAzure_MayBeGivenOrEmpty(string name, string value) =>
        Start([InAzure, ($"PianoZona:{name}", value)]);

    [Theory]
    [InlineData("GraphAddress", "http://127.0.0.1:8/v1.0")]
    [InlineData("LocalSignIn", "true")]
    public void Options_ForOneMachine_AreRefusedInAzureOnly(string name, string value)
    {
        (string, string) setting = ($"PianoZona:{name}", value);
        Start([setting]);
        Start([setting, ("WEBSITE_SITE_NAME", "")]);

        OptionsValidationException refusal = Assert.Throws<OptionsValidationException>(() => Start([setting, InAzure]));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_AddressThatIsNone_AreRefused() =>
        Assert.Throws<OptionsValidationException>(() => Start([("PianoZona:PublicAddress", "hub.example")]));

    [Fact]
    public async Task Triggers_OfTheProgram_AskForSettingsOfTheDeployment()
    {
        IEnumerable<string> asked = typeof(SettingNames).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetParameters()).SelectMany(parameter => parameter.GetCustomAttributesData())
            .SelectMany(attribute => attribute.ConstructorArguments).Select(argument => argument.Value).OfType<string>()
            .SelectMany(text => SettingForm().Matches(text)).Select(match => match.Groups["name"].Value);
        IReadOnlyDictionary<string, string> deployed = (await Deployment.GetAsync()).Settings;

        string[] schedules = [.. asked.Order(StringComparer.Ordinal)];

        Assert.Equal(["NightlySchedule", "OfficeSchedule", "ReminderSchedule", "SweepSchedule"], schedules);
        Assert.All(schedules, name => CrontabSchedule.Parse(deployed[name], new() { IncludingSeconds = true }));
    }

    [Fact]
    public async Task HostId_AsDeployed_IsOneThatTheHostTakes() => Assert.Matches(
        "^(?=.{1,32}$)[a-z0-9]+(-[a-z0-9]+)*$", (await Deployment.GetAsync()).Settings[SettingNames.HostId]);

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("False", false)]
    [InlineData("1", false)]
    [InlineData("True", true)]
    [InlineData("true", true)]
    public void Platform_ChecksSignIn_OnlyWhenItSaysSo(string? value, bool expected) => Assert.Equal(
        expected, new AzurePlatform(Configuration([("WEBSITE_AUTH_ENABLED", value)])).ChecksSignIn);

    /// <summary>Nothing that a deployment sets may stand for what the platform says.</summary>
    [Fact]
    public void SettingNames_All_HaveNoneOfThePlatform() =>
        Assert.DoesNotContain(SettingNames.All, name => name.StartsWith("WEBSITE_", StringComparison.Ordinal));

    // As the host does before it runs any function.
    private static HubOptions Start(IReadOnlyList<(string Name, string? Value)> settings)
    {
        ServiceCollection services = new();
        services.AddSingleton(Configuration(settings));
        services.AddHubOptions();
        using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        return provider.GetRequiredService<IOptions<HubOptions>>().Value;
    }

    private static IConfiguration Configuration(IReadOnlyList<(string Name, string? Value)> settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, setting.Value)))
            .Build();

    [GeneratedRegex("^%(?<name>[^%]+)%$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SettingForm();
}
