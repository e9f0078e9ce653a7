// Rejected rows up to a load.
MATCH (r:Reject) WHERE r.case = $case AND r.number > 0 AND r.load <= $load AND NOT r.document IN $gone
RETURN r.code, r.file, r.row, r.column, r.text, r.sentence, r.raw ORDER BY r.document, r.row, r.number
