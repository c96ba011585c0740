using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace PianoZona.Testing;

/// <summary>Texts that were looked at and approved, in folder Approved.</summary>
/// <remarks>With PIANOZONA_APPROVE=1 a run writes them anew: read the difference before committing it.</remarks>
public static class Approved
{
    /// <summary>Compares a text with the approved one of the caller's test project.</summary>
    public static void Check(string name, string text, [CallerFilePath] string caller = "")
    {
        string path = Path.Combine(FolderOfTests(caller), "Approved", name);
        if (Environment.GetEnvironmentVariable("PIANOZONA_APPROVE") is "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.True(File.Exists(path), $"{name} has not been approved yet: run with PIANOZONA_APPROVE=1.");
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(path)), text); // byte order mark and line ends included
    }

    private static string FolderOfTests(string caller)
    {
        DirectoryInfo? folder = new FileInfo(caller).Directory;
        while (folder is not null && folder.GetFiles("*.csproj").Length == 0)
        {
            folder = folder.Parent;
        }

        return folder!.FullName;
    }
}
