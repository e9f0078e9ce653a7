// Layout 1. Keys are unique within a case; the case comes first in every key. Community has no existence constraints: that nothing is missing is checked by the program that writes.
CREATE CONSTRAINT fininvest_schema IF NOT EXISTS FOR (n:FinInvestSchema) REQUIRE n.name IS UNIQUE;
// Records: kept for ever, raised by loads and decisions.
CREATE CONSTRAINT fininvest_case IF NOT EXISTS FOR (n:Case) REQUIRE n.case IS UNIQUE;
CREATE CONSTRAINT fininvest_load IF NOT EXISTS FOR (n:Load) REQUIRE (n.case, n.load) IS UNIQUE;
CREATE CONSTRAINT fininvest_document IF NOT EXISTS FOR (n:Document) REQUIRE (n.case, n.number) IS UNIQUE;
CREATE CONSTRAINT fininvest_document_hash IF NOT EXISTS FOR (n:Document) REQUIRE (n.case, n.sha256) IS UNIQUE;
CREATE CONSTRAINT fininvest_account IF NOT EXISTS FOR (n:Account) REQUIRE (n.case, n.number) IS UNIQUE;
CREATE CONSTRAINT fininvest_account_id IF NOT EXISTS FOR (n:Account) REQUIRE (n.case, n.id) IS UNIQUE;
CREATE CONSTRAINT fininvest_name IF NOT EXISTS FOR (n:Name) REQUIRE (n.case, n.kind, n.number) IS UNIQUE;
CREATE CONSTRAINT fininvest_transaction IF NOT EXISTS FOR (n:Transaction) REQUIRE (n.case, n.number) IS UNIQUE;
CREATE CONSTRAINT fininvest_fact IF NOT EXISTS FOR (n:Fact) REQUIRE (n.case, n.number) IS UNIQUE;
CREATE CONSTRAINT fininvest_reject IF NOT EXISTS FOR (n:Reject) REQUIRE (n.case, n.number) IS UNIQUE;
CREATE CONSTRAINT fininvest_decision IF NOT EXISTS FOR (n:Decision) REQUIRE (n.case, n.number) IS UNIQUE;
CREATE INDEX fininvest_transaction_day IF NOT EXISTS FOR (n:Transaction) ON (n.case, n.bookingDay);
