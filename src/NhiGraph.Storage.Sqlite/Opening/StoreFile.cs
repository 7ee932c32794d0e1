using NhiGraph.Storage.Sqlite.Engine;

namespace NhiGraph.Storage.Sqlite.Opening;

/// <summary>Makes sure that a file is a store of this version: makes it, brings it up step by step, or says why it cannot be used.</summary>
internal static class StoreFile
{
    private const long ApplicationId = 0x4E484947;

    /// <summary>Opens the file and returns the store's own id.</summary>
    /// <param name="steps">How many schema steps to apply: all, except in tests of upgrades.</param>
    /// <exception cref="StoreException">The file cannot be used.</exception>
    internal static Guid Prepare(string file, bool mayCreate, int? steps = null)
    {
        using var connection = new StoreConnection(file, mayCreate, "opening_settings");
        if (connection["table_count"].Number() == 0)
        {
            connection.Script(SqlText.Query("create"));
        }
        else if (connection["application_id"].Number() != ApplicationId || connection["has_store"].Number() == 0)
        {
            throw new StoreException(StoreReason.Unreadable, $"'{file}' is a SQLite database of another program, not a NhiGraph store. Name another file.");
        }

        connection["use_wal"].Run();
        int newest = steps ?? SqlText.SchemaSteps.Count;
        if (VersionOf(connection, file) < newest)
        {
            Upgrade(connection, file, newest);
        }

        Statement id = connection["store_id"];
        id.Step();
        var store = new Guid(id.Bytes(0));
        id.Reset();
        return store;
    }

    private static void Upgrade(StoreConnection connection, string file, int newest)
    {
        connection["begin_write"].Run();
        try
        {
            // Asked again: another process may have upgraded the file meanwhile.
            long version = VersionOf(connection, file);
            foreach ((int number, string name, string script) in SqlText.SchemaSteps.Where(step => step.Number > version && step.Number <= newest))
            {
                connection.Script(script);
                connection["put_schema_step"].Bind(1, number).Bind(2, name).Run();
            }

            connection["put_store"].Run();
            connection["commit"].Run();
        }
        catch
        {
            connection["rollback"].Run();
            throw;
        }
    }

    private static long VersionOf(StoreConnection connection, string file)
    {
        long version = connection["has_store"].Number() == 0 ? 0 : connection["schema_version"].Number() ?? 0;
        return version <= SqlText.SchemaSteps.Count
            ? version
            : throw new StoreException(StoreReason.TooNew, $"The store '{file}' was written by a newer version of this program (schema {version}, this one knows {SqlText.SchemaSteps.Count}). Use that version.");
    }
}
