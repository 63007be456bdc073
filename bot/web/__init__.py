"""What is served over HTTP: the archive, feeds of it, health, metrics. It reads, and changes nothing."""
