namespace NhiGraph.Storage.Neo4j.Model;

/// <summary>A property of a node as the database has it.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Text">Its value; of a truth <c>true</c> or <c>false</c>, of an instant <c>yyyy-MM-ddTHH:mm:ssZ</c>.</param>
/// <param name="Type">What the text stands for.</param>
internal readonly record struct NodeField(string Name, string Text, NodeFieldType Type);
