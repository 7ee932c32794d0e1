DROP INDEX plain_assertion IF EXISTS
