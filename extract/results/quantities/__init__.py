"""What printed numbers are: shares, counts, durations, means, intervals, p values, grades, times, or no results."""
