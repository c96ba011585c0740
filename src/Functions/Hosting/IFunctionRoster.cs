namespace PianoZona.Functions.Hosting;

/// <summary>Which functions of the hub the Functions host runs.</summary>
public interface IFunctionRoster
{
    /// <summary>
    /// Names of the functions that the program declares and the host did not load; none = all is well.
    /// </summary>
    IReadOnlyCollection<string> Missing { get; }
}
