namespace PianoZona.Reading;

/// <summary>
/// A file that was opened at once holds something that only a survey of the whole can judge: what was read of it counts
/// for nothing.
/// </summary>
public sealed class SurveyNeededException() : Exception("The file must be surveyed before its rows are read.");
