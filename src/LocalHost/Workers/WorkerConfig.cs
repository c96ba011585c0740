using Newtonsoft.Json.Linq;

namespace PianoZona.LocalHost;

/// <summary>
/// How the published application says that it is started (<c>worker.config.json</c>, which its SDK writes).
/// </summary>
/// <param name="Executable">The program.</param>
/// <param name="Path">Its first argument: the application.</param>
internal sealed record WorkerConfig(string Executable, string Path)
{
    /// <exception cref="LocalHostException">The file is not there, or does not say.</exception>
    public static WorkerConfig Read(string folder)
    {
        string file = System.IO.Path.Combine(folder, "worker.config.json");
        if (!File.Exists(file))
        {
            throw new LocalHostException(
                $"There is no published Functions application in {folder}: worker.config.json is missing.");
        }

        JToken? description = JObject.Parse(File.ReadAllText(file))["description"];
        return
            (string?)description?["defaultWorkerPath"] is { } worker
            && (string?)description["defaultExecutablePath"] is { } executable
            ? new WorkerConfig(
                executable.Replace("{WorkerRoot}", folder + "/", StringComparison.Ordinal),
                System.IO.Path.Combine(folder, worker))
            : throw new LocalHostException($"{file} does not say how the worker is started.");
    }
}
