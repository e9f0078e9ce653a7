// Facts in the words of the field, each with its days as days and its shares as numbers.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c WHERE c.fence = $fence AND c.step < $step
SET c.step = $step, c.leaseUntil = datetime.realtime().epochMillis + $lease
WITH c UNWIND $rows AS r
CREATE (n:Published:$(r[0]) {case: $case, publication: $publication, kind: r[0], key: r[1]})
SET n += r[2]
FOREACH (d IN r[3] | SET n[d[0]] = date(d[1]))
FOREACH (d IN r[4] | SET n[d[0]] = toFloat(d[1]))
