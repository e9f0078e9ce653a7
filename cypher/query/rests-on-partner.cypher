// What rests on one partner
// Parameters: $case; $partner, such as 'CY'.
// Answers: for each of the partner's documents how many transfers have a row in it, and how many of these rest on this partner alone; for each fact that the partner's items support, who else's items
// support it. What rests on the partner alone is lost without it; what that does to an asset fininvest assess says (fragility).
MATCH (g:PublishedGraph {case: $case})
MATCH (partner:Published {case: $case, publication: g.publication, kind: 'Partner', key: $partner})
CALL (g, partner) {
  MATCH (partner)<-[:HANDED_OVER_BY]-(d) WHERE d.sha256 IS NOT NULL
  WITH g, collect(d) AS documents, collect(d.number) AS mine
  UNWIND documents AS d
  MATCH ()-[t:TRANSFER]->() USING INDEX t:TRANSFER(case, publication, key) WHERE t.case = $case AND t.publication = g.publication AND t.key >= 0 AND d.number IN t.documents
  RETURN 'document ' + d.name AS what, count(t) AS transfers, count(CASE WHEN all(x IN t.documents WHERE x IN mine) THEN 1 END) AS alone, [] AS items, [] AS others
  UNION ALL
  MATCH (partner)<-[:HANDED_OVER_BY]-(e)-[s:SUPPORTS]->(thing)
  OPTIONAL MATCH (thing)<-[x:SUPPORTS {fact: s.fact, publication: g.publication}]-(other)-[:HANDED_OVER_BY]->(p) WHERE p <> partner
  WITH s.fact AS fact, e, other, p ORDER BY e.item, other.item
  WITH fact, collect(DISTINCT e.item) AS items, collect(DISTINCT p.key + ' ' + other.item) AS others
  RETURN 'fact ' + fact AS what, 0 AS transfers, CASE WHEN size(others) = 0 THEN 1 ELSE 0 END AS alone, items, others
}
RETURN what, transfers, alone, items, others ORDER BY what
