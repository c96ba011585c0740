using PianoZona.Contracts.Text;


namespace PianoZona.Cli.Reports;

/// <summary>How long each part of a command took.</summary>
internal sealed class Timetable(TimeProvider time)
{
    private readonly List<string> parts = [];
    private long last = time.GetTimestamp();

    /// <summary>A part has ended.</summary>
    /// <param name="name">What it was, in Italian.</param>
    public void Done(string name)
    {
        long now = time.GetTimestamp();
        parts.Add(string.Create(Italian.Culture, $"{name} {time.GetElapsedTime(last, now).TotalSeconds:N1} s"));
        last = now;
    }

    /// <summary>All of them, in a line.</summary>
    public override string ToString() => $"Tempo: {string.Join(", ", parts)}.";
}
