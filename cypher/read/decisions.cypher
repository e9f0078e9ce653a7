// Decisions up to a number, each with its canonical body and its link in the chain.
MATCH (d:Decision) WHERE d.case = $case AND d.number > 0 AND d.number <= $last
RETURN d.number, d.kind, d.subject, d.value, d.decidedBy, toString(d.decidedOn), d.reason, d.item, d.replaces, d.body, d.previousLink, d.link ORDER BY d.case, d.number
