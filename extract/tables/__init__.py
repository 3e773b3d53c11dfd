"""Results that stand in tables: header paths meet row labels, and each cell becomes a fact."""
