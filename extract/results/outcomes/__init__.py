"""Outcomes: medians, rates, shares, changes and ratios of endpoints as claims."""
