// Notes that the statements of a layout were run. A layout only goes forward.
MERGE (s:FinInvestSchema {name: 'fininvest'})
SET s.version = CASE WHEN coalesce(s.version, 0) < $version THEN $version ELSE s.version END
RETURN s.version
