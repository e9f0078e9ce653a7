// Makes a publication the one that is seen, all of it at once. A saved query finds its number here.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.claim = $claim
SET c.leaseUntil = datetime.realtime().epochMillis + $lease
MERGE (g:PublishedGraph {case: $case})
SET g.publication = $publication, g.version = $version, g.asOf = date($asOf), g.transfers = $transfers, g.nodes = $nodes, g.links = $links, g.leftOut = $leftOut
RETURN g.publication
