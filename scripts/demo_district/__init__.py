"""Invents a district of community social organizations, the same bytes every time."""
