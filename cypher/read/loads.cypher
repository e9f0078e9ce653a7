// The journal: what each load received.
MATCH (l:Load) WHERE l.case = $case AND l.load > 0 AND l.load <= $load
MATCH (l)-[r:RECEIVED]->(d:Document)
RETURN l.load, l.decisions, d.sha256, r.name, d.bytes, r.partner, r.mapping, d.postings, d.facts, d.rejects, r.alreadyHeld, d.expunged IS NOT NULL ORDER BY l.load, r.place
