using PianoZona.Cli.Local;
using PianoZona.Contracts.Reading;
using PianoZona.Hub.Uploads;
using PianoZona.Reading;
using PianoZona.Validation;

namespace PianoZona.Golden.Tests;

/// <summary>The files shipped with the command (src/Cli/Demo), examined without a hub.</summary>
internal static class DemoFiles
{
    /// <summary>Configuration and files.</summary>
    public static DataFolder Folder { get; } = DataFolder.Read(DemoData.Folder);

    /// <summary>READ and VALIDATE of one file, as the hub does them.</summary>
    /// <param name="name"><c>{mittente}/{flusso}/{periodo}/{file}</c>.</param>
    public static Task<Examination> ExamineAsync(string name)
    {
        FileToUpload file = Folder.Files.Single(file => file.Name == name);
        UploadExamination examination = new(new UploadReader(new ReadLimits()), new UploadValidator());
        return examination.ExamineAsync(
            Envelope.Check(name, code => Folder.Ambiti.FirstOrDefault(ambito => ambito.FindSender(code) is not null)),
            new FileContent(file.Path),
            new Submission(NilReturn: false),
            CancellationToken.None);
    }
}
