// Documents up to a load, in the order they came.
MATCH (d:Document) WHERE d.case = $case AND d.number > 0 AND d.load <= $load
RETURN d.number, d.load, d.sha256, d.name, d.bytes, d.partner, d.mapping, d.firstRow, d.postings, d.facts, d.rejects, d.expunged IS NOT NULL ORDER BY d.case, d.number
