// How many rows name some accounts, at most: from the accounts alone, without looking at the rows.
UNWIND $accounts AS number
MATCH (a:Account {case: $case, number: number})
RETURN sum(count { (a)-[:PERFORMS]->() } + count { (a)<-[:BENEFITS_TO]-() })
