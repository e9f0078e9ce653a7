// Names of statements and currencies up to a load.
UNWIND ['currency', 'statement'] AS kind
MATCH (n:Name) WHERE n.case = $case AND n.kind = kind AND n.number > 0 AND n.load <= $load
RETURN n.kind, n.number, n.name
