// Runs the GraphQL-over-HTTP audits against a server and prints one line an audit: its status, id, name and, where it is not ok, the reason.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.argv[2] });
for (const result of results) {
  console.log([result.status, result.id, result.name, result.reason ?? ''].join('\t').trimEnd());
}
