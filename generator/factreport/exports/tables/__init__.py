"""The report as tables: the same rows for spreadsheets, JSON, the database and the dictionary."""
