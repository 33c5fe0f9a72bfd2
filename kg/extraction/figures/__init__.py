"""What amounts and times are read with: numerals, units, dates, and the tables of their words."""
