export const openingQuestion = `# Ask the access graph. Ctrl-Space completes, Ctrl-Enter asks.
{
  graphVersion
  sources { name kind scopes datasets { dataset state asOf } }
  search(text: "deploy", first: 5) {
    nodes { __typename id name kinds environment }
  }
}
`;
