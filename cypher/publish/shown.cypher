// Which publication is seen, and of which version; no row = none.
MATCH (g:PublishedGraph {case: $case}) RETURN g.publication, g.version, g.transfers, g.nodes, g.links, g.leftOut
