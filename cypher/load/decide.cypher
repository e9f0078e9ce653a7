// Appends decisions if the case is still as it was read and nobody else writes to it. The same claim again is told what it did.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c, c.leaseUntil > datetime.realtime().epochMillis AND c.claim <> $claim AS held, c.loads = $loads AND c.decisions = $decisions AS fresh, c.decided = $claim AS done
FOREACH (_ IN CASE WHEN fresh AND NOT held AND NOT coalesce(done, false) THEN [1] ELSE [] END |
  FOREACH (r IN $rows |
    CREATE (:Decision {case: $case, number: r[0], kind: r[1], subject: r[2], value: r[3], decidedBy: r[4], decidedOn: date(r[5]), reason: r[6], item: r[7], replaces: r[8], body: r[9], previousLink: r[10], link: r[11]}))
  SET c.decisions = $decisions + size($rows), c.decided = $claim)
RETURN held, c.holder, c.leaseUntil - datetime.realtime().epochMillis AS left, c.loads, c.decisions, c.decided = $claim AS done
