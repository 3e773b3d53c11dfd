"""Adverse events as claims: with figures, counted one by one, named alone, or told not to have happened."""
