"""The pages in a real browser: what people see, press and type. scripts/browse runs it."""
