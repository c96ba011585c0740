namespace Azure.Data.Tables;

/// <summary>The answer where there is no entity.</summary>
internal sealed class NoValueResponse<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;

    public override T Value => throw new InvalidOperationException($"No value: the service answered {response.Status}.");

    public override Response GetRawResponse() => response;
}
