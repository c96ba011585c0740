using System.Reflection;

namespace PianoZona.Cli.Local;

/// <summary>Where the published application is: what is deployed, and what runs on one machine.</summary>
internal static class PublishedFunctions
{
    /// <exception cref="UsageException">It is not there.</exception>
    public static string Folder
    {
        get
        {
            string beside = Path.Combine(AppContext.BaseDirectory, "funzioni");
            if (Directory.Exists(beside))
            {
                return beside;
            }

            string configuration = typeof(PublishedFunctions)
                .Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!
                .Configuration;
            for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                string published = Path.Combine(
                    at.FullName, "src", "Functions", "bin", configuration, "net10.0", "publish");
                if (File.Exists(Path.Combine(at.FullName, "PianoZona.sln")) && Directory.Exists(published))
                {
                    return published;
                }
            }

            throw new UsageException(
                "Non trovo l'applicazione pubblicata: compilare il repository (dotnet build src/Cli), o usare il "
                    + "comando con la sua cartella «funzioni».");
        }
    }
}
