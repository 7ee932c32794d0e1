INSERT INTO cover (hub, first, last) VALUES ($a, $b, $c);
