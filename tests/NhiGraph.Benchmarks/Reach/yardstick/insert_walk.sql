INSERT OR IGNORE INTO walk (tail, head) VALUES ($a, $b);
