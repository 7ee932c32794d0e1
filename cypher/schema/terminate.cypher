// Question: end the query that one request of ours left running.
// Parameters: $request text, the request's number.
// Relies on: ShowTransactions; TerminateTransactions
SHOW TRANSACTIONS YIELD transactionId AS id, parameters WHERE parameters.nhiRequest = $request
TERMINATE TRANSACTIONS id YIELD transactionId, message
RETURN transactionId, message
