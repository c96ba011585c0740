using PianoZona.Contracts;
using PianoZona.Contracts.Ledger;
using Xunit;

namespace PianoZona.Testing;

/// <summary>What a ledger has to answer.</summary>
public static class Posted
{
    /// <summary>It recorded the posting now.</summary>
    public static RecordedPosting Now(Reply<RecordedPosting> reply) => Done(reply, isNew: true);

    /// <summary>It had recorded the posting before.</summary>
    public static RecordedPosting Before(Reply<RecordedPosting> reply) => Done(reply, isNew: false);

    private static RecordedPosting Done(Reply<RecordedPosting> reply, bool isNew)
    {
        Reply<RecordedPosting>.Done done = Assert.IsType<Reply<RecordedPosting>.Done>(reply);
        Assert.Equal(isNew, done.IsNew);
        return done.Value;
    }
}
