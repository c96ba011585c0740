using Azure.Core;

namespace Azure.Data.Tables;

/// <content>Transactions.</content>
public partial class TableClient
{
    /// <summary>Writes entities of one partition, all of them or none.</summary>
    /// <param name="transactionActions">Up to 100 actions, on different entities of the same partition.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <returns>The answer to each action, in their order.</returns>
    /// <exception cref="InvalidOperationException">There is no action.</exception>
    /// <exception cref="TableTransactionFailedException">The service refused an action: nothing was written.</exception>
    /// <exception cref="RequestFailedException">The service refused the request.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        TransactionRequest transaction = new(transactionActions, rest.UriOf, Name);
        if (transaction.Count == 0)
        {
            throw new InvalidOperationException("A transaction needs at least one action.");
        }

        HttpMessage message = rest.CreateMessage(RequestMethod.Post, "$batch", 202);
        message.Request.Headers.Add("Content-Type", transaction.ContentType);
        message.Request.Content = RequestContent.Create(transaction.Body);
        Response response = await rest.SendAsync(message, cancellationToken);

        IReadOnlyList<Response> answers = TransactionResponse.ParseAll(response);
        if (answers.FirstOrDefault(a => a.IsError) is Response failure)
        {
            throw new TableTransactionFailedException(new RequestFailedException(failure, innerException: null, ODataErrorParser.Instance));
        }

        return answers.Count == transaction.Count
            ? Response.FromValue(answers, response)
            : throw new RequestFailedException(
                response.Status, $"The service answered {answers.Count} of the transaction's {transaction.Count} actions.");
    }
}
