namespace PianoZona.Cli.Local;

/// <summary>The folder in which a local hub keeps its storage: one process at a time.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly FileStream gate;

    private StateFolder(string path, FileStream gate) => (Path, this.gate) = (path, gate);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>
    /// Takes the folder, waiting for another process on it to finish. The operating system frees it however a process
    /// ends.
    /// </summary>
    /// <exception cref="UsageException">It cannot be made, or not be written in.</exception>
    public static async Task<StateFolder> TakeAsync(string path, CancellationToken cancellationToken)
    {
        Make(path);
        bool told = false;
        while (true)
        {
            try
            {
                FileStream taken = new(
                    System.IO.Path.Combine(path, "in-uso.lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None);
                return new StateFolder(path, taken);
            }
            catch (UnauthorizedAccessException)
            {
                throw NotWritable(path);
            }
            catch (IOException)
            {
                if (!told)
                {
                    await Console.Error.WriteLineAsync(
                        $"Un altro pianozona sta lavorando in {path}: attendo che finisca (Ctrl-C per rinunciare).");
                    told = true;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(250), TimeProvider.System, cancellationToken);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private static void Make(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (IOException)
        {
            throw NotWritable(path);
        }
        catch (UnauthorizedAccessException)
        {
            throw NotWritable(path);
        }
    }

    private static UsageException NotWritable(string path) =>
        new($"In {path} non si può scrivere: scegliere un'altra cartella, o controllare i permessi.");
}
