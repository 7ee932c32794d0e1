INSERT INTO counted (position) VALUES ($a);
