// Routes from act to asset, at the version that is published
// Parameters: $case; $asset, such as 'FLAT'; $least = smallest amount that a transfer on a route has, in minor units.
// Answers: each route with its transfers by key, fewest transfers first, then the largest of the least amounts; found = how many there are, of which 100 are listed. Every step comes after the one
// before it in the order of the case. At most 4 transfers: for more, change the 4 below; each one more multiplies the work. How much of the asset is crime money no route tells: fininvest trace does.
MATCH (g:PublishedGraph {case: $case})
MATCH (asset:Published {case: $case, publication: g.publication, kind: 'Asset', key: $asset})
MATCH (act:Published {case: $case, publication: g.publication, kind: 'Act'}) WHERE act.key >= ''
MATCH route = (act)-[:HAS_EPISODE]->(episode)-[yields:YIELDS]->()
  (()-[t:TRANSFER WHERE t.publication = g.publication AND t.kind = 'transfer' AND t.minor >= $least]->(b) WHERE NOT b:Outside){0,4}
  ()-[pays:PAYS]->(asset)
WITH act, episode, pays, t, route, [yields.position] + [x IN t | x.creditPosition] AS arrived, [x IN t | x.debitPosition] + [pays.position] AS left
WHERE all(i IN range(0, size(left) - 1) WHERE arrived[i] < left[i])
WITH act.key AS act, episode.key AS episode, size(t) AS transfers, reduce(m = pays.minor, x IN t | CASE WHEN x.minor < m THEN x.minor ELSE m END) AS least,
  [x IN t | x.key] AS keys, [x IN t | toString(x.debitDay)] AS days, pays.id AS costLine, route
ORDER BY transfers, least DESC, keys, costLine, episode
WITH collect({act: act, episode: episode, transfers: transfers, least: least, keys: keys, days: days, costLine: costLine, route: route}) AS found
UNWIND found[..100] AS r
RETURN r.act AS act, r.episode AS episode, r.transfers AS transfers, r.least AS least, r.keys AS keys, r.days AS days, r.costLine AS costLine, size(found) AS found, r.route AS route
