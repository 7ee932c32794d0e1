namespace NhiGraph.Graph.Csr;

public sealed partial class AccessGraph
{
    /// <summary>Writes the graph in a form that <see cref="Read"/> loads at the speed of memory. The same graph gives the same bytes. The stream stays open.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        SnapshotWriter.Write(Content, stream);
    }

    /// <summary>Reads what <see cref="Write"/> wrote, from where the stream stands. The stream stays open.</summary>
    /// <exception cref="SnapshotException">It is no snapshot, of another format, torn or damaged: build the graph from the store's rows instead.</exception>
    public static AccessGraph Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return SnapshotReader.Read(stream);
    }
}
