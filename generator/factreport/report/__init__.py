"""The room of the report: everything that pages and exports show, worked out once.

It puts claims, proofs, origins and findings together. It holds plain text and exact numbers, never markup, and must not
know pages, exports or MkDocs.
"""
