// Question: which owners and datasets have which numbers?
// Parameters: none
// Relies on: NodeByLabelScan
MATCH (o:Owner) RETURN o.number AS number, o.name AS name, null AS source, null AS scope
UNION ALL
MATCH (d:Dataset) RETURN d.number AS number, d.dataset AS name, d.source AS source, d.scope AS scope
