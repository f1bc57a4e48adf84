"""The theme: templates and styles. A package, so that MkDocs finds the folder by its entry point."""
