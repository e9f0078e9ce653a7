// Which layout the database has; no row = none yet.
MATCH (s:FinInvestSchema {name: 'fininvest'}) RETURN s.version
