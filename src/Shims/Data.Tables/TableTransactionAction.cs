namespace Azure.Data.Tables;

/// <summary>One action of an entity group transaction.</summary>
public class TableTransactionAction
{
    /// <summary>An action without a condition.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The entity; a deletion uses only its keys.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <summary>An action that an ETag may condition.</summary>
    /// <param name="actionType">What to do.</param>
    /// <param name="entity">The entity; a deletion uses only its keys.</param>
    /// <param name="etag">
    /// The version that an update or deletion expects. As in the genuine package an update without one writes even where
    /// the entity does not exist: <see cref="ETag.All"/> asks only that it exist.
    /// </param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    /// <summary>What to do.</summary>
    public TableTransactionActionType ActionType { get; }

    /// <summary>The entity.</summary>
    public ITableEntity Entity { get; }

    /// <summary>The version expected; the default is none.</summary>
    public ETag ETag { get; }
}
