using PianoZona.Contracts.Reading;

namespace PianoZona.Reading.Csv;

/// <summary>The characters of a CSV, from its first one.</summary>
internal abstract class CsvText : IAsyncDisposable
{
    /// <summary>Reads more characters; 0 at the end.</summary>
    public abstract ValueTask<int> ReadAsync(Memory<char> destination, CancellationToken cancellationToken);

    /// <summary>What the whole file looks like, as far as it is known before the last character is read.</summary>
    /// <param name="columns">How many columns its header has.</param>
    public abstract FileSurvey Survey(int columns);

    /// <summary>What the whole file looks like, after the last row.</summary>
    /// <param name="before">What was known before.</param>
    /// <param name="failed">Whether rows ended early.</param>
    /// <exception cref="SurveyNeededException">That cannot be known without a survey.</exception>
    public abstract FileSurvey Finish(FileSurvey before, bool failed);

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>A text that was surveyed: its second reading.</summary>
/// <param name="content">The bytes, which it owns.</param>
/// <param name="reader">Reads them; it owns that, too.</param>
/// <param name="survey">What the first reading found.</param>
/// <param name="sha256">Their hash.</param>
internal sealed class SurveyedText(RereadableContent content, StreamReader reader, CsvSurvey survey, string sha256)
    : CsvText
{
    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<char> destination, CancellationToken cancellationToken) =>
        reader.ReadAsync(destination, cancellationToken);

    /// <inheritdoc/>
    public override FileSurvey Survey(int columns) =>
        new(
            sha256,
            survey.Coding.Name,
            survey.Dialect.Separator,
            survey.Evidence.ToList(survey.Coding.Encoding!, columns));

    /// <inheritdoc/>
    public override FileSurvey Finish(FileSurvey before, bool failed) => before;

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        reader.Dispose();
        content.Dispose();
        return ValueTask.CompletedTask;
    }
}
