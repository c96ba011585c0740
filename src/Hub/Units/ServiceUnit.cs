using PianoZona.Contracts;

namespace PianoZona.Hub.Units;

/// <summary>What happened to a service unit.</summary>
public enum UnitState
{
    /// <summary>It began (<c>NUOVA</c>).</summary>
    Opened,

    /// <summary>Something of it changed.</summary>
    Changed,

    /// <summary>It is as it was.</summary>
    Confirmed,

    /// <summary>It offers nothing any more (<c>CHIUSA</c>).</summary>
    Closed,
}

/// <summary>The row that a figure comes from.</summary>
/// <param name="Receipt">Number of the upload's receipt.</param>
/// <param name="Row">Its row (header = 1).</param>
public sealed record RowOrigin(string Receipt, int Row);

/// <summary>Places of a unit, each kind as many as the next at least; null = not stated, which is not none.</summary>
/// <param name="Authorised">As many may be offered.</param>
/// <param name="Accredited">As many are accredited.</param>
/// <param name="Contracted">As many are under contract.</param>
public sealed record UnitPlaces(long? Authorised, long? Accredited, long? Contracted);

/// <summary>A service unit, as the last that was said of it tells.</summary>
/// <param name="Code">Its code in the register of the Region.</param>
/// <param name="Name">Its name; null = not stated.</param>
/// <param name="Kind">What it is, as its sender writes it.</param>
/// <param name="Comune">ISTAT code of where it is.</param>
/// <param name="RunBy">Code of the body that runs it.</param>
/// <param name="Places">How many places it has.</param>
/// <param name="Noticed">Day of its notice of opening (CPE); null = not stated.</param>
/// <param name="Happened">Day of what happened last.</param>
/// <param name="State">What happened last.</param>
/// <param name="Origin">Where it is said.</param>
public sealed record ServiceUnit(
    string Code, string? Name, string Kind, string Comune, string RunBy, UnitPlaces Places, DateOnly? Noticed,
    DateOnly Happened, UnitState State, RowOrigin Origin)
{
    /// <summary>Whether it is open on a day: what is announced for later has not happened yet.</summary>
    public bool IsOpenOn(DateOnly day) => Happened <= day ? State != UnitState.Closed : State != UnitState.Opened;

    /// <summary>What it did in a year, of the last of which something is known; null = of none.</summary>
    public UnitYear? Year { get; init; }
}

/// <summary>What a unit did in a year; null = not stated.</summary>
/// <param name="Year">Of which year.</param>
/// <param name="Users">How many users it had.</param>
/// <param name="Hours">Hours of service.</param>
/// <param name="Costs">What it cost.</param>
/// <param name="Origin">Where it is said.</param>
public sealed record UnitYear(int Year, long Users, decimal? Hours, Money? Costs, RowOrigin Origin);
