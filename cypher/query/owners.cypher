// Owners of a company, an asset or an account, at a date
// Parameters: $case; $target, such as 'P-NORVANE', 'VILLA' or an account; $at, such as '2023-07-31'.
// Answers: each chain of interests that were held on that day, with the share that it carries (low to high, one times the other along the chain). Chains that come back to a company they have
// passed are left out, so that with circles the sum of the chains is too small: fininvest ownership solves them exactly and says who controls.
MATCH (g:PublishedGraph {case: $case})
CALL (g) {
  MATCH (n:Published {case: $case, publication: g.publication, kind: 'Party', key: $target}) RETURN n AS top
  UNION ALL
  MATCH (n:Published {case: $case, publication: g.publication, kind: 'Asset', key: $target}) RETURN n AS top
  UNION ALL
  MATCH (:Published {case: $case, publication: g.publication, kind: 'Asset', key: $target})-[:HELD_BY]->(n) RETURN n AS top
  UNION ALL
  MATCH (n:Account {case: $case, name: $target}) RETURN n AS top
  UNION ALL
  MATCH (:Account {case: $case, name: $target})<-[h:HAS_ACCOUNT {publication: g.publication, role: 'holder'}]-(n) WHERE (h.from IS NULL OR h.from <= date($at)) AND (h.to IS NULL OR date($at) < h.to)
  RETURN n AS top
}
MATCH chain = (owner) (()-[i:HAS_INTEREST WHERE i.publication = g.publication AND (i.from IS NULL OR i.from <= date($at)) AND (i.to IS NULL OR date($at) < i.to)]->()){0,8} (top)
WHERE (size(i) > 0 OR top.key <> $target) AND all(n IN nodes(chain) WHERE single(m IN nodes(chain) WHERE m = n))
RETURN owner.key AS owner, owner.name AS name, reduce(s = 1.0, x IN i | s * x.low) AS low, reduce(s = 1.0, x IN i | s * x.high) AS high, size(i) AS interests, [x IN i | x.id] AS ids, chain
ORDER BY high DESC, owner, ids
