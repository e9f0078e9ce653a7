// Takes the one writer's lease, or says who holds it. Time is the server's. The same claim again changes nothing, so that a lost answer can be asked for again.
MATCH (c:Case {case: $case})
SET c.locked = $claim
WITH c, datetime.realtime().epochMillis AS now
WITH c, now, c.leaseUntil > now AND c.claim <> $claim AS held, c.claim = $claim AS mine
FOREACH (_ IN CASE WHEN held THEN [] ELSE [1] END |
  SET c.fence = CASE WHEN mine THEN c.fence ELSE c.fence + 1 END, c.step = CASE WHEN mine THEN c.step ELSE 0 END, c.claim = $claim, c.holder = $holder, c.leaseUntil = now + $lease)
RETURN held, c.holder, c.leaseUntil - now AS left, c.fence, c.loads, c.decisions, c.documents, c.accounts, c.statements, c.currencies, c.rows, c.facts, c.rejects
