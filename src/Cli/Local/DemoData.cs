using PianoZona.Contracts.Configuration;
using PianoZona.Functions.Identity;

namespace PianoZona.Cli.Local;

/// <summary>The data shipped with the command: figures of two real plans (Demo/README.md).</summary>
internal static class DemoData
{
    /// <summary>Where it is.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Demo");

    /// <summary>
    /// The development identity: the Ufficio di Piano of the Ambito with most files, which has most to show.
    /// </summary>
    public static string? IdentityFor(DataFolder folder) => folder.Ambiti
        .OrderByDescending(ambito => folder.Files.Count(file => ambito.FindSender(file.Name.Split('/')[0]) is not null))
        .Select(ambito => ambito.Office)
        .OfType<Sender>()
        .Select(office => $"{Roles.PlanOffice}:{office.Code}")
        .FirstOrDefault();
}
