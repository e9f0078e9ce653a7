// Makes a case where there is none, with the account that stands for everybody who is not named.
MERGE (c:Case {case: $case})
ON CREATE SET c.loads = 0, c.decisions = 0, c.fence = 0, c.step = 0, c.leaseUntil = 0, c.documents = 0, c.accounts = 0, c.statements = 0, c.currencies = 0, c.rows = 0, c.facts = 0, c.rejects = 0
MERGE (o:Account {case: $case, number: 0})
ON CREATE SET o:Outside, o.id = '', o.name = 'OUTSIDE', o.load = 0
