"""Drills: the register is broken on purpose, and what it promises is looked for. scripts/drill runs them."""
