"""What an answer may not hold, and what a reviewer should look at."""
