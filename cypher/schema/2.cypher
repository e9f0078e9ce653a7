// Layout 2: what is published for people to look at, beside the records. All of it may be dropped and published again.
CREATE CONSTRAINT fininvest_published_graph IF NOT EXISTS FOR (n:PublishedGraph) REQUIRE n.case IS UNIQUE;
CREATE CONSTRAINT fininvest_published IF NOT EXISTS FOR (n:Published) REQUIRE (n.case, n.publication, n.kind, n.key) IS UNIQUE;
CREATE CONSTRAINT fininvest_transfer IF NOT EXISTS FOR ()-[t:TRANSFER]-() REQUIRE (t.case, t.publication, t.key) IS UNIQUE;
CREATE INDEX fininvest_account_name IF NOT EXISTS FOR (n:Account) ON (n.case, n.name);
